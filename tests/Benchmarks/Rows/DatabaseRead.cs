using Grpc.Core;
using Grpc.Net.Client;
using Regio.Benchmarks.Load;
using Regio.Benchmarks.Servers;
using Regio.Municipalities.V1;

namespace Regio.Benchmarks.Rows;

/// <summary>A recorded allocation through the full service, against a bare method that sends the same SELECT prepared.</summary>
internal sealed class DatabaseRead : IRow
{
    private static readonly Bound s_target = Bound.AtLeast(0.75);
    private const int Allocations = 1_000;

    public string Name => "database-read";

    public async Task<IReadOnlyList<Outcome>> MeasureAsync(Suite suite, Plan plan, TimeProvider time, CancellationToken cancellationToken)
    {
        var ids = await RecordAsync(suite, time, cancellationToken);
        var client = new CostService.CostServiceClient(suite.Channel);
        var statements = await new StatementLog(suite.Servers).WatchAsync(
            "from cost_allocation",
            async () => await client.GetCostAllocationAsync(new GetCostAllocationRequest { Id = ids[0] }, suite.Options(time, cancellationToken)),
            cancellationToken);
        var selects = statements.Where(statement => statement.Sql.StartsWith("select", StringComparison.OrdinalIgnoreCase) && statement.Parameters.Count > 0).ToList();
        if (selects is not [{ Parameters: [_] } select])
            throw new InvalidOperationException($"One SELECT with one parameter was expected, and there were:\n{string.Join('\n', statements)}");

        await using var bare = await Bare.StartAsync(suite.Servers.Database, select.Sql, cancellationToken);
        var subject = Caller("full service", suite.Channel, ids, token => suite.Options(time, token));
        var reference = Caller("bare SELECT", bare.Channel, ids, token => new CallOptions(cancellationToken: token));
        var (ours, theirs) = await Duel.RunAsync(subject, reference, plan, cancellationToken);
        return [new Outcome(Name, "calls/s", "GetCostAllocation, full service", "bare method, same SELECT", ours, theirs, s_target)];
    }

    private static async Task<IReadOnlyList<string>> RecordAsync(Suite suite, TimeProvider time, CancellationToken cancellationToken)
    {
        var client = new CostService.CostServiceClient(suite.Channel);
        var ids = new List<string>(Allocations);
        for (var number = 1; number <= Allocations; number++)
        {
            var answer = await client.AllocateCostAsync(Write.Request(), suite.Options(time, cancellationToken));
            ids.Add(answer.CostAllocation.Id);
        }

        return ids;
    }

    private static Contender Caller(string name, GrpcChannel channel, IReadOnlyList<string> ids, Func<CancellationToken, CallOptions> options)
    {
        var client = new CostService.CostServiceClient(channel);
        return new Contender(name, (duration, cancellationToken) => ClosedLoop.RunAsync(
            async token => await client.GetCostAllocationAsync(
                new GetCostAllocationRequest { Id = ids[Random.Shared.Next(ids.Count)] }, options(token)),
            duration,
            cancellationToken));
    }
}
