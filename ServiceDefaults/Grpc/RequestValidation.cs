using FluentValidation;
using Grpc.Core;
using Microsoft.Extensions.DependencyInjection;

namespace Regio.ServiceDefaults.Grpc;

/// <summary>Runs the validator of a request type, where it has one.</summary>
internal sealed class RequestValidation(IServiceProvider services)
{
    public void Check<TRequest>(TRequest request) => Check(services.GetService<IValidator<TRequest>>(), request);

    /// <summary>The stream with each of its messages checked.</summary>
    public IAsyncStreamReader<TRequest> Check<TRequest>(IAsyncStreamReader<TRequest> stream) =>
        new CheckedReader<TRequest>(stream, services.GetService<IValidator<TRequest>>());

    private static void Check<TRequest>(IValidator<TRequest>? validator, TRequest request)
    {
        if (validator?.Validate(request) is { IsValid: false } result)
            throw new ValidationException(result.Errors);
    }

    private sealed class CheckedReader<TRequest>(IAsyncStreamReader<TRequest> inner, IValidator<TRequest>? validator) : IAsyncStreamReader<TRequest>
    {
        public TRequest Current => inner.Current;

        public async Task<bool> MoveNext(CancellationToken cancellationToken)
        {
            if (!await inner.MoveNext(cancellationToken))
                return false;
            Check(validator, inner.Current);
            return true;
        }
    }
}
