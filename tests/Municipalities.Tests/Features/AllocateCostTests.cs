using Google.Rpc;
using Grpc.Core;
using Regio.Municipalities.V1;
using Regio.Testing;

namespace Regio.Municipalities.Tests.Features;

public sealed class AllocateCostTests(MunicipalitiesHost host) : IClassFixture<MunicipalitiesHost>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_allocation_is_recorded_and_read_back_as_it_was_answered()
    {
        var answer = await host.Costs.AllocateCostAsync(Request(850_000_00), cancellationToken: Ct);

        var recorded = answer.CostAllocation;
        Assert.Equal("99.9", recorded.Allocation.PercentageSum);
        Assert.Equal(
            [36_586_59, 155_705_71, 41_691_69, 53_603_60, 24_674_67, 210_160_16, 111_461_46, 58_708_71, 48_498_50, 39_989_99, 42_542_54, 26_376_38],
            recorded.Allocation.Shares.Select(s => s.AmountCents));
        Assert.Equal(recorded, (await host.Costs.GetCostAllocationAsync(new() { Id = recorded.Id }, cancellationToken: Ct)).CostAllocation);
    }

    [Fact]
    public async Task The_same_request_twice_gives_one_allocation_and_the_same_answer()
    {
        var before = await host.Database.ScalarAsync<long>("select count(*) from cost_allocation");
        var request = Request(12_345);

        var first = await host.Costs.AllocateCostAsync(request, cancellationToken: Ct);
        var second = await host.Costs.AllocateCostAsync(request, cancellationToken: Ct);

        Assert.Equal(first, second);
        Assert.Equal(before + 1, await host.Database.ScalarAsync<long>("select count(*) from cost_allocation"));
    }

    [Fact]
    public async Task The_same_request_in_parallel_gives_one_allocation_one_event_and_equal_answers()
    {
        var request = Request(999);

        var answers = await Task.WhenAll(Enumerable.Range(0, 16)
            .Select(_ => host.Costs.AllocateCostAsync(request, cancellationToken: Ct).ResponseAsync));

        var id = Assert.Single(answers.Select(a => a.CostAllocation.Id).Distinct());
        Assert.All(answers, a => Assert.Equal(answers[0], a));
        Assert.Equal(1, await host.Database.ScalarAsync<long>($"select count(*) from outbox_message where lane = '{id}'"));
    }

    [Fact]
    public async Task A_request_id_with_another_content_is_refused()
    {
        var request = Request(100);
        await host.Costs.AllocateCostAsync(request, cancellationToken: Ct);
        request.AmountCents = 101;

        var refused = await Assert.ThrowsAsync<RpcException>(async () => await host.Costs.AllocateCostAsync(request, cancellationToken: Ct));

        Assert.Equal(StatusCode.InvalidArgument, refused.StatusCode);
        Assert.Equal("REQUEST_ID_REUSED", refused.GetRpcStatus()!.GetDetail<ErrorInfo>()!.Reason);
    }

    [Fact]
    public async Task Each_allocation_reaches_the_bus_once()
    {
        await Eventually.Holds("earlier events have left", NothingWaitsAsync);
        var before = await InQueueAsync();

        for (var i = 0; i < 5; i++)
            await host.Costs.AllocateCostAsync(Request(1 + i), cancellationToken: Ct);

        await Eventually.Holds("the events have left", NothingWaitsAsync);
        await Eventually.Is("the queue of the reader holds them", before + 5, InQueueAsync);
    }

    [Fact]
    public async Task A_refused_request_changes_nothing_and_may_be_repaired_under_the_same_id()
    {
        var before = await host.Database.ScalarAsync<long>("select count(*) from cost_allocation");
        var request = Request(100, "GM9999");

        await Assert.ThrowsAsync<RpcException>(async () => await host.Costs.AllocateCostAsync(request, cancellationToken: Ct));
        Assert.Equal(before, await host.Database.ScalarAsync<long>("select count(*) from cost_allocation"));

        request.MunicipalityIds[0] = "GM0114";
        var answer = await host.Costs.AllocateCostAsync(request, cancellationToken: Ct);
        Assert.Equal(100, Assert.Single(answer.CostAllocation.Allocation.Shares).AmountCents);
    }

    [Fact]
    public async Task The_largest_amount_is_shared_out_to_the_cent()
    {
        var answer = await host.Costs.AllocateCostAsync(Request(long.MaxValue), cancellationToken: Ct);

        Assert.Equal(long.MaxValue, answer.CostAllocation.Allocation.Shares.Aggregate(0L, (sum, s) => checked(sum + s.AmountCents)));
    }

    [Fact]
    public async Task A_preview_of_nothing_is_nothing_for_each()
    {
        var answer = await host.Costs.PreviewAllocationAsync(new() { AmountCents = 0 }, cancellationToken: Ct);

        Assert.Equal(12, answer.Allocation.Shares.Count);
        Assert.All(answer.Allocation.Shares, s => Assert.Equal(0, s.AmountCents));
    }

    [Fact]
    public async Task The_key_shows_its_percentages_as_published()
    {
        var key = (await host.Costs.GetAllocationKeyAsync(new(), cancellationToken: Ct)).AllocationKey;

        Assert.Equal("99.9", key.PercentageSum);
        Assert.Equal("5.0", key.Weights.Single(w => w.MunicipalityId == "GM1730").Percentage);
        Assert.Equal(new Common.V1.Date { Year = 2019, Month = 1, Day = 1 }, key.Period.StartDate);
    }

    [Fact]
    public async Task A_walk_through_the_list_neither_loses_nor_doubles_what_was_there()
    {
        var there = new List<string>();
        for (var i = 0; i < 7; i++)
            there.Add((await host.Costs.AllocateCostAsync(Request(10 + i), cancellationToken: Ct)).CostAllocation.Id);

        var seen = new List<CostAllocation>();
        var request = new ListCostAllocationsRequest { Purpose = "jhrd", PageSize = 2 };
        do
        {
            var page = await host.Costs.ListCostAllocationsAsync(request, cancellationToken: Ct);
            seen.AddRange(page.CostAllocations);
            request.PageToken = page.NextPageToken;
            await host.Costs.AllocateCostAsync(Request(1), cancellationToken: Ct);
        }
        while (request.PageToken.Length > 0);

        Assert.Equal(seen.Count, seen.Select(a => a.Id).Distinct().Count());
        Assert.Subset(seen.Select(a => a.Id).ToHashSet(), there.ToHashSet());
        Assert.All(seen, a => Assert.Equal(a.Allocation.AmountCents, a.Allocation.Shares.Sum(s => s.AmountCents)));
    }

    private static AllocateCostRequest Request(long cents, params string[] municipalities) => new()
    {
        RequestId = Guid.CreateVersion7().ToString(),
        AmountCents = cents,
        Subject = "Crisismeldpunt Spoed4Jeugd",
        MunicipalityIds = { municipalities },
    };

    // The queue is declared when the first message goes out.
    private async Task<uint> InQueueAsync() => await host.Broker.CountAsync(MunicipalitiesHost.CostQueue) ?? 0;

    private async Task<bool> NothingWaitsAsync() =>
        await host.Database.ScalarAsync<long>("select count(*) from outbox_message where sent_at is null") == 0;
}
