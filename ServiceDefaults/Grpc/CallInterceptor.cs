using Grpc.Core;
using Grpc.Core.Interceptors;
using Microsoft.Extensions.Logging;
using Regio.ServiceDefaults.Telemetry;

namespace Regio.ServiceDefaults.Grpc;

/// <summary>
/// Around every method, in all four kinds of call: puts the id of the request on the log, counts the call, checks the
/// request and turns what is thrown into a status.
/// One interceptor for all, since each costs every call.
/// </summary>
internal sealed class CallInterceptor(RequestValidation validation, CallLimit limit, ErrorMapping errors, ILogger<CallInterceptor> logger) : Interceptor
{
    public override async Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
        TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation)
    {
        using var scope = Correlation.Begin(logger, request);
        try
        {
            using var counted = IsOurs(context) ? limit.Enter(context) : null;
            validation.Check(request);
            return await continuation(request, context);
        }
        catch (Exception exception) when (IsOurs(context))
        {
            throw errors.ToRpcException(exception, context);
        }
    }

    public override async Task<TResponse> ClientStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> requestStream, ServerCallContext context, ClientStreamingServerMethod<TRequest, TResponse> continuation)
    {
        try
        {
            using var counted = IsOurs(context) ? limit.Enter(context) : null;
            return await continuation(Read(requestStream), context);
        }
        catch (Exception exception) when (IsOurs(context))
        {
            throw errors.ToRpcException(exception, context);
        }
    }

    public override async Task ServerStreamingServerHandler<TRequest, TResponse>(
        TRequest request, IServerStreamWriter<TResponse> responseStream, ServerCallContext context, ServerStreamingServerMethod<TRequest, TResponse> continuation)
    {
        using var scope = Correlation.Begin(logger, request);
        try
        {
            using var counted = IsOurs(context) ? limit.Enter(context) : null;
            validation.Check(request);
            await continuation(request, responseStream, context);
        }
        catch (Exception exception) when (IsOurs(context))
        {
            throw errors.ToRpcException(exception, context);
        }
    }

    public override async Task DuplexStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> requestStream, IServerStreamWriter<TResponse> responseStream, ServerCallContext context, DuplexStreamingServerMethod<TRequest, TResponse> continuation)
    {
        try
        {
            using var counted = IsOurs(context) ? limit.Enter(context) : null;
            await continuation(Read(requestStream), responseStream, context);
        }
        catch (Exception exception) when (IsOurs(context))
        {
            throw errors.ToRpcException(exception, context);
        }
    }

    private IAsyncStreamReader<TRequest> Read<TRequest>(IAsyncStreamReader<TRequest> stream) =>
        validation.Check<TRequest>(new RequestReader<TRequest>(stream));

    /// <summary>Health and reflection answer with plain statuses of their own specification.</summary>
    private static bool IsOurs(ServerCallContext context) => !InfrastructureServices.IsPath(context.Method);
}
