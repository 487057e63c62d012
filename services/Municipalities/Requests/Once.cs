using Google.Protobuf;
using Regio.Municipalities.Persistence;
using Regio.ServiceDefaults.Persistence;
using Regio.ServiceDefaults.Time;

namespace Regio.Municipalities.Requests;

/// <summary>When a change is made, and by whom.</summary>
/// <param name="By">Subject of the caller's token.</param>
/// <param name="Now">The moment.</param>
/// <param name="Today">The day in the Netherlands.</param>
internal sealed record Moment(string By, DateTimeOffset Now, DateOnly Today);

/// <summary>What every change has in common: once per request id, saved with its answer in one transaction, at one moment.</summary>
internal sealed class Once(IdempotentRequests<MunicipalitiesDbContext> requests, TimeProvider time)
{
    public Task<TResponse> RunAsync<TRequest, TResponse>(
        TRequest request, string requestId, string caller, Func<Moment, CancellationToken, Task<TResponse>> change, CancellationToken ct)
        where TRequest : IMessage<TRequest>
        where TResponse : IMessage<TResponse>, new() =>
        requests.RunAsync(
            request.Descriptor.FullName, caller, requestId, request, token => change(new Moment(caller, time.StorableNow(), time.DutchToday()), token), ct);
}
