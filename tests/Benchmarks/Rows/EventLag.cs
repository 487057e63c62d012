using System.Diagnostics;
using Npgsql;
using Regio.Benchmarks.Load;
using Regio.Benchmarks.Servers;
using Regio.Municipalities.V1;

namespace Regio.Benchmarks.Rows;

/// <summary>
/// From the answer to a write until the reporting projection shows it (outbox, relay, broker, inbox, projection), against
/// a bare publish and consume on the same broker; one at a time, so that nothing waits for anything else.
/// </summary>
internal sealed class EventLag : IRow
{
    private static readonly Bound s_median = Bound.AtMost(5);
    private static readonly TimeSpan s_slowest = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);

    public string Name => "event-lag";

    public async Task<IReadOnlyList<Outcome>> MeasureAsync(Suite suite, Plan plan, TimeProvider time, CancellationToken cancellationToken)
    {
        await using var reporting = await suite.StartServiceAsync(Suite.Reporting, cancellationToken);
        await using var database = NpgsqlDataSource.Create(suite.Servers.ReportingDatabase);
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var raw = await RawQueue.OpenAsync(suite.Servers.Bus, cancellationToken);
        var client = new CostService.CostServiceClient(suite.Channel);

        Console.WriteLine($"  {plan.Events} events to warm up, and {plan.Events} that count");
        var (ours, theirs) = (new List<double>(), new List<double>());
        for (var number = 0; number < 2 * plan.Events; number++)
        {
            var answer = await client.AllocateCostAsync(Write.Request(), suite.Options(time, cancellationToken));
            var shown = await UntilShownAsync(connection, Guid.Parse(answer.CostAllocation.Id), cancellationToken);
            var consumed = await raw.RoundTripAsync(cancellationToken);
            if (number < plan.Events)
                continue;
            ours.Add(shown.TotalMilliseconds);
            theirs.Add(consumed.TotalMilliseconds);
        }

        return
        [
            new Outcome(Name, "ms", "commit to projection, p50", "publish to consume, p50", Quantile.Of(ours, 0.5), Quantile.Of(theirs, 0.5), s_median),
            new Outcome(Name, "ms", "commit to projection, p99", "at most", Quantile.Of(ours, 0.99), s_slowest.TotalMilliseconds, Bound.AtMost(1)),
        ];
    }

    private static async Task<TimeSpan> UntilShownAsync(NpgsqlConnection connection, Guid id, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        await using var look = new NpgsqlCommand("select exists (select from allocation where id = $1)", connection)
        {
            Parameters = { new NpgsqlParameter<Guid> { TypedValue = id } },
        };
        await look.PrepareAsync(cancellationToken);
        while (await look.ExecuteScalarAsync(cancellationToken) is not true)
        {
            if (Stopwatch.GetElapsedTime(started) > s_patience)
                throw new InvalidOperationException($"Allocation {id} was not projected within {s_patience}.");
        }

        return Stopwatch.GetElapsedTime(started);
    }
}
