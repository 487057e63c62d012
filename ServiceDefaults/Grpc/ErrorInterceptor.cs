using Grpc.Core;
using Grpc.Core.Interceptors;

namespace Regio.ServiceDefaults.Grpc;

/// <summary>Outermost on the server: turns what a method throws into a status, in all four kinds of call.</summary>
internal sealed class ErrorInterceptor(ErrorMapping errors) : Interceptor
{
    public override async Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
        TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation)
    {
        try
        {
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
            return await continuation(new RequestReader<TRequest>(requestStream), context);
        }
        catch (Exception exception) when (IsOurs(context))
        {
            throw errors.ToRpcException(exception, context);
        }
    }

    public override async Task ServerStreamingServerHandler<TRequest, TResponse>(
        TRequest request, IServerStreamWriter<TResponse> responseStream, ServerCallContext context, ServerStreamingServerMethod<TRequest, TResponse> continuation)
    {
        try
        {
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
            await continuation(new RequestReader<TRequest>(requestStream), responseStream, context);
        }
        catch (Exception exception) when (IsOurs(context))
        {
            throw errors.ToRpcException(exception, context);
        }
    }

    /// <summary>Health and reflection answer with plain statuses of their own specification.</summary>
    private static bool IsOurs(ServerCallContext context) => !InfrastructureServices.IsPath(context.Method);
}
