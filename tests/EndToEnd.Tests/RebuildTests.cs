using Grpc.Core;
using Npgsql;
using Regio.Municipalities.V1;
using Regio.Reporting.V1;
using Regio.Testing;
using Monitor = Regio.Reporting.V1.Monitor;

namespace Regio.EndToEnd.Tests;

/// <summary>The projection made again from the real histories, while allocations go on.</summary>
[Collection(RunningSuite.InTurn)]
public sealed class RebuildTests(RunningSuite suite)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_damaged_projection_is_whole_again_after_a_rebuild_while_events_keep_coming()
    {
        await AllocateAsync("Before the damage");
        await Eventually.Is("everything is in the monitor", await RecordedAsync(), async () => (await ReadAsync()).AllocationTotal.Count);
        var before = await ReadAsync();
        await DamageAsync();
        Assert.NotEqual(before.Municipalities, (await ReadAsync()).Municipalities);

        using var rest = new CancellationTokenSource();
        var going = AllocateUntilAsync(rest.Token);
        var last = await RebuildAsync();
        await rest.CancelAsync();
        var added = await going;

        Assert.True(last.Done);
        Assert.True(last.EventCount >= before.AllocationTotal.Count + before.Municipalities.Count, $"{last.EventCount} events");
        await Eventually.Is(
            "what came during the rebuild is in the monitor, once",
            (before.AllocationTotal.Count + added, Sum(before) + (added * 1_00)),
            async () => await ReadAsync() is var now ? (now.AllocationTotal.Count, Sum(now)) : default);
        var after = await ReadAsync();
        Assert.Equal(before.Contracts, after.Contracts);
        Assert.Equal(before.Cases, after.Cases);
        Assert.Equal(before.Municipalities.Select(m => (m.Name, m.Youth, m.KeyPercentage)), after.Municipalities.Select(m => (m.Name, m.Youth, m.KeyPercentage)));
    }

    [Theory]
    [InlineData("finance")]
    [InlineData("service")]
    public async Task Only_an_operator_rebuilds(string role)
    {
        using var call = new ProjectionService.ProjectionServiceClient(suite.Reporting).RebuildProjection(new(), await suite.AsAsync(role));

        var refused = await Assert.ThrowsAsync<RpcException>(() => call.ResponseStream.MoveNext(Cancellation));

        Assert.Equal(StatusCode.PermissionDenied, refused.StatusCode);
    }

    private async Task DamageAsync()
    {
        await using var connection = new NpgsqlConnection(await suite.DatabaseAsync("reportingdb"));
        await connection.OpenAsync(Cancellation);
        await using var damage = new NpgsqlCommand(
            "update municipality_total set sum_cents = 7; update municipality set name = 'Onzin', version = 99; delete from contract_line; delete from expert_case", connection);
        await damage.ExecuteNonQueryAsync(Cancellation);
    }

    private async Task<RebuildProjectionResponse> RebuildAsync()
    {
        using var call = new ProjectionService.ProjectionServiceClient(suite.Reporting).RebuildProjection(new(), await suite.AsAsync("operator"));
        RebuildProjectionResponse? last = null;
        await foreach (var progress in call.ResponseStream.ReadAllAsync(Cancellation))
            last = progress;
        return last!;
    }

    private async Task<int> AllocateUntilAsync(CancellationToken end)
    {
        var count = 0;
        do
        {
            await AllocateAsync("During the rebuild");
            count++;
        }
        while (!end.IsCancellationRequested);
        return count;
    }

    private async Task AllocateAsync(string subject) => await new CostService.CostServiceClient(suite.Municipalities).AllocateCostAsync(
        new AllocateCostRequest { RequestId = Guid.CreateVersion7().ToString(), AmountCents = 1_00, Subject = subject },
        await suite.AsAsync("finance"),
        RunningSuite.Deadline());

    private async Task<Monitor> ReadAsync() => (await new MonitorService.MonitorServiceClient(suite.Reporting).GetMonitorAsync(
        new GetMonitorRequest { MaxAllocations = 0 }, await suite.AsAsync("operator"), RunningSuite.Deadline())).Monitor;

    private async Task<long> RecordedAsync()
    {
        await using var connection = new NpgsqlConnection(await suite.DatabaseAsync("municipalitiesdb"));
        await connection.OpenAsync(Cancellation);
        await using var count = new NpgsqlCommand("select count(*) from cost_allocation", connection);
        return (long)(await count.ExecuteScalarAsync(Cancellation))!;
    }

    private static decimal Sum(Monitor monitor) =>
        decimal.Parse(monitor.AllocationTotal.SumCents, System.Globalization.CultureInfo.InvariantCulture);
}
