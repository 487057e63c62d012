using FluentValidation;
using Grpc.Core;
using Grpc.Core.Interceptors;
using Microsoft.Extensions.DependencyInjection;

namespace Regio.ServiceDefaults.Grpc;

/// <summary>Runs the validator of the request before the method, and on each message of a stream.</summary>
internal sealed class ValidationInterceptor(IServiceProvider services) : Interceptor
{
    public override Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
        TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation)
    {
        Validate(services.GetService<IValidator<TRequest>>(), request);
        return continuation(request, context);
    }

    public override Task ServerStreamingServerHandler<TRequest, TResponse>(
        TRequest request, IServerStreamWriter<TResponse> responseStream, ServerCallContext context, ServerStreamingServerMethod<TRequest, TResponse> continuation)
    {
        Validate(services.GetService<IValidator<TRequest>>(), request);
        return continuation(request, responseStream, context);
    }

    public override Task<TResponse> ClientStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> requestStream, ServerCallContext context, ClientStreamingServerMethod<TRequest, TResponse> continuation) =>
        continuation(Validated(requestStream), context);

    public override Task DuplexStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> requestStream, IServerStreamWriter<TResponse> responseStream, ServerCallContext context, DuplexStreamingServerMethod<TRequest, TResponse> continuation) =>
        continuation(Validated(requestStream), responseStream, context);

    private IAsyncStreamReader<TRequest> Validated<TRequest>(IAsyncStreamReader<TRequest> stream) =>
        services.GetService<IValidator<TRequest>>() is { } validator ? new ValidatedReader<TRequest>(stream, validator) : stream;

    private static void Validate<TRequest>(IValidator<TRequest>? validator, TRequest request)
    {
        if (validator?.Validate(request) is { IsValid: false } result)
            throw new ValidationException(result.Errors);
    }

    private sealed class ValidatedReader<TRequest>(IAsyncStreamReader<TRequest> inner, IValidator<TRequest> validator) : IAsyncStreamReader<TRequest>
    {
        public TRequest Current => inner.Current;

        public async Task<bool> MoveNext(CancellationToken cancellationToken)
        {
            if (!await inner.MoveNext(cancellationToken))
                return false;
            Validate(validator, inner.Current);
            return true;
        }
    }
}
