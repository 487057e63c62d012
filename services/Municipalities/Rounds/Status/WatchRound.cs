using FluentValidation;
using Grpc.Core;
using Regio.Municipalities.Persistence;
using Regio.Municipalities.V1;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Grpc.Watches;
using Regio.ServiceDefaults.Time;

namespace Regio.Municipalities.Rounds.Status;

/// <summary>Streams where a round stands after each change, from the moment its headers are sent.</summary>
internal sealed class WatchRound(ChangeFeed<Round> feed, IServiceScopeFactory scopes, TimeProvider time)
{
    public async Task RunAsync(
        WatchRoundRequest request, string caller, Func<Task> started, IAsyncStreamWriter<WatchRoundResponse> answers, CancellationToken ct)
    {
        using var watch = await feed.WatchAsync(caller, ct);
        await StatusAsync(request.Id, ct);
        await started();
        await foreach (var id in watch.ReadAsync(ct))
        {
            if (id == request.Id)
                await answers.WriteAsync(new WatchRoundResponse { Status = await StatusAsync(request.Id, ct) }, ct);
        }
    }

    // A connection is held for each change and not for the whole of the watch.
    private async Task<V1.RoundStatus> StatusAsync(string id, CancellationToken ct)
    {
        await using var services = scopes.CreateAsyncScope();
        var db = services.ServiceProvider.GetRequiredService<MunicipalitiesDbContext>();
        var (round, today) = (await db.ToReadAsync(id, "id", ct), time.DutchToday());
        round.GoOver(await db.MergersAsync(round, today, ct), today);
        return round.ToStatus(today);
    }
}

internal sealed class WatchRoundValidator : AbstractValidator<WatchRoundRequest>
{
    public WatchRoundValidator() => RuleFor(r => r.Id).IsUuid();
}
