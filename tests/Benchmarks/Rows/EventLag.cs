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
        var told = new HashSet<string>(StringComparer.Ordinal);
        connection.Notification += (_, notice) => told.Add(notice.Payload);
        await ListenAsync(connection, cancellationToken);
        var client = new CostService.CostServiceClient(suite.Channel);

        Console.WriteLine($"  {plan.Events} events to warm up, and {plan.Events} that count");
        var (ours, theirs) = (new List<double>(), new List<double>());
        for (var number = 0; number < 2 * plan.Events; number++)
        {
            var answer = await client.AllocateCostAsync(Write.Request(), suite.Options(time, cancellationToken));
            var shown = await UntilShownAsync(connection, told, answer.CostAllocation.Id, cancellationToken);
            var consumed = await raw.RoundTripAsync(cancellationToken);
            if (number < plan.Events)
                continue;
            ours.Add(shown.TotalMilliseconds);
            theirs.Add(consumed.TotalMilliseconds);
        }

        await StopListeningAsync(connection, cancellationToken);
        return
        [
            new Outcome(Name, "ms", "commit to projection, p50", "publish to consume, p50", Quantile.Of(ours, 0.5), Quantile.Of(theirs, 0.5), s_median),
            new Outcome(Name, "ms", "commit to projection, p99", "at most", Quantile.Of(ours, 0.99), s_slowest.TotalMilliseconds, Bound.AtMost(1)),
        ];
    }

    // Told by the database and not asked for: asking without a pause would take one of the processors that are measured.
    private static async Task ListenAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            """
            create or replace function tell_shown() returns trigger language plpgsql as
            $$ begin perform pg_notify('shown', new.id::text); return null; end $$;
            create or replace trigger tell_shown after insert on allocation for each row execute function tell_shown();
            listen shown
            """,
            connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static async Task StopListeningAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand("drop trigger tell_shown on allocation; drop function tell_shown; unlisten shown", connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static async Task<TimeSpan> UntilShownAsync(NpgsqlConnection connection, HashSet<string> shown, string id, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        while (!shown.Remove(id))
        {
            if (!await connection.WaitAsync(s_patience, cancellationToken))
                throw new InvalidOperationException($"Allocation {id} was not projected within {s_patience}.");
        }

        return Stopwatch.GetElapsedTime(started);
    }
}
