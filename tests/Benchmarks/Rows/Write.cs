using Regio.Benchmarks.Load;
using Regio.Benchmarks.Servers;
using Regio.Municipalities.V1;

namespace Regio.Benchmarks.Rows;

/// <summary>
/// An allocation with its outbox and idempotency rows in one transaction, against pgbench running the statements that
/// the service was seen to send, in as many round trips, at the same concurrency.
/// </summary>
internal sealed class Write : IRow
{
    private static readonly Bound s_target = Bound.AtLeast(0.60);

    public string Name => "write";

    public static AllocateCostRequest Request() => new()
    {
        RequestId = Guid.CreateVersion7().ToString(),
        AmountCents = 85_000_000,
        Subject = "Benchmark",
    };

    public async Task<IReadOnlyList<Outcome>> MeasureAsync(Suite suite, Plan plan, TimeProvider time, CancellationToken cancellationToken)
    {
        var client = new CostService.CostServiceClient(suite.Channel);
        var script = await WatchAsync(suite, client, time, cancellationToken);
        var path = Path.Combine(Path.GetTempPath(), $"regio-{Guid.NewGuid():N}.sql");
        await File.WriteAllTextAsync(path, script.Text, cancellationToken);
        try
        {
            var subject = new Contender("full service", (duration, token) => ClosedLoop.RunAsync(
                async stop => await client.AllocateCostAsync(Request(), suite.Options(time, stop)), duration, token));
            var reference = new Contender("pgbench", new PgBench(suite.CopyConnection, path, script.Variables).RunAsync);
            var (ours, theirs) = await Duel.RunAsync(subject, reference, plan, cancellationToken);
            return [new Outcome(Name, "writes/s", "AllocateCost, full service", $"pgbench, same {script.Statements} statements", ours, theirs, s_target)];
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static async Task<PgBenchScript> WatchAsync(
        Suite suite, CostService.CostServiceClient client, TimeProvider time, CancellationToken cancellationToken)
    {
        var request = Request();
        // Once before, so that what the service reads only the first time is not among the statements.
        await client.AllocateCostAsync(Request(), suite.Options(time, cancellationToken));
        AllocateCostResponse? answer = null;
        var statements = await new StatementLog(suite.Servers).WatchAsync(
            "insert into idempotency_record",
            async () => answer = await client.AllocateCostAsync(request, suite.Options(time, cancellationToken)),
            cancellationToken);
        return PgBenchScript.From(statements, request.RequestId, answer!.CostAllocation.Id);
    }
}
