using Google.Protobuf;
using Regio.Municipalities.Persistence;
using Regio.ServiceDefaults.Persistence;
using Regio.ServiceDefaults.Time;

namespace Regio.Municipalities.Rounds;

/// <summary>Which round a request changes.</summary>
/// <param name="RequestId">Makes the request safe to repeat.</param>
/// <param name="Id">The round.</param>
/// <param name="Etag">The version that the caller saw; empty where facts are recorded.</param>
/// <param name="IdField">How the request calls the id.</param>
internal sealed record RoundTarget(string RequestId, string Id, string Etag = "", string IdField = "id");

/// <summary>When a change is made, and by whom.</summary>
/// <param name="By">Subject of the caller's token.</param>
/// <param name="Now">The moment.</param>
/// <param name="Today">The day in the Netherlands.</param>
internal sealed record RoundMoment(string By, DateTimeOffset Now, DateOnly Today);

/// <summary>What every change of a round has in common: once per request id, with the round locked, and its news in the same transaction.</summary>
internal sealed class RoundChanges(MunicipalitiesDbContext db, IdempotentRequests<MunicipalitiesDbContext> requests, TimeProvider time)
{
    public Task<TResponse> RunAsync<TRequest, TResponse>(
        TRequest request, string caller, RoundTarget target, Func<Round, RoundMoment, TResponse> decide, CancellationToken ct)
        where TRequest : IMessage<TRequest>
        where TResponse : IMessage<TResponse>, new() =>
        requests.RunAsync(request.Descriptor.FullName, caller, target.RequestId, request, token => ChangeAsync(caller, target, decide, token), ct);

    private async Task<TResponse> ChangeAsync<TResponse>(string caller, RoundTarget target, Func<Round, RoundMoment, TResponse> decide, CancellationToken ct)
    {
        var round = await db.ToChangeAsync(target.Id, target.Etag, target.IdField, ct);
        var moment = new RoundMoment(caller, time.StorableNow(), time.DutchToday());
        round.GoOver(await db.MergersAsync(round, moment.Today, ct), moment.Today);
        var response = decide(round, moment);
        foreach (var message in RoundEvents.Of(round, moment.Now))
            db.Publish(message, round.Id.ToString("D"));
        return response;
    }
}
