using System.Collections.Concurrent;
using Grpc.Core;
using Regio.Municipalities.V1;
using Regio.Reporting.V1;
using Regio.Testing;

namespace Regio.EndToEnd.Tests;

/// <summary>Faults in the middle of a thousand allocations: each accepted one is in the report once, no other.</summary>
[Collection(RunningSuite.InTurn)]
public sealed class NothingLostNothingDoubledTests(RunningSuite suite)
{
    private const int Writers = 16;
    private const int Allocations = 1_000;

    [Theory]
    [InlineData("municipalities")]
    [InlineData("reporting")]
    [InlineData("postgres")]
    [InlineData("bus")]
    public Task Killing_a_process_in_the_middle_loses_and_doubles_nothing(string victim) => KillInTheMiddleAsync(victim);

    private async Task KillInTheMiddleAsync(string victim)
    {
        var before = await TotalAsync();
        var accepted = new ConcurrentDictionary<string, long>(StringComparer.Ordinal);
        var numbers = new ConcurrentQueue<int>(Enumerable.Range(1, Allocations));
        var killAt = Random.Shared.Next(Allocations / 4, Allocations * 3 / 4);

        await Task.WhenAll(Enumerable.Range(0, Writers).Select(async _ =>
        {
            while (numbers.TryDequeue(out var number))
            {
                if (number == killAt)
                    await suite.KillAsync(victim);
                var allocation = await AllocateUntilAcceptedAsync(victim, number);
                Assert.True(accepted.TryAdd(allocation.Id, allocation.Allocation.AmountCents));
            }
        }));

        var expected = (Count: before.Count + Allocations, Sum: before.Sum + accepted.Values.Sum(cents => (decimal)cents));
        await Eventually.Is(
            $"the monitor counts every allocation once after a kill of {victim} at {killAt}",
            expected,
            TotalAsync,
            TimeSpan.FromMinutes(10));
        Assert.Empty(accepted.Keys.Except(await RecordedAsync(), StringComparer.Ordinal));
    }

    private async Task<CostAllocation> AllocateUntilAcceptedAsync(string victim, int number)
    {
        var costs = new CostService.CostServiceClient(suite.Municipalities);
        var request = new AllocateCostRequest
        {
            RequestId = Guid.CreateVersion7().ToString(),
            AmountCents = number * 101L,
            Subject = $"Kill of {victim}, number {number}",
        };
        CostAllocation? allocation = null;
        await Eventually.Holds(
            $"allocation {number} is accepted although {victim} was killed",
            async () =>
            {
                try
                {
                    var response = await costs.AllocateCostAsync(
                        request,
                        await suite.AsAsync("finance"),
                        RunningSuite.Deadline());
                    allocation = response.CostAllocation;
                    return true;
                }
                catch (RpcException refused) when (refused.StatusCode
                    is StatusCode.Unavailable or StatusCode.DeadlineExceeded or StatusCode.Cancelled)
                {
                    return false;
                }
            });
        return allocation!;
    }

    private async Task<(long Count, decimal Sum)> TotalAsync()
    {
        var monitor = new MonitorService.MonitorServiceClient(suite.Reporting);
        try
        {
            var response = await monitor.GetMonitorAsync(
                new GetMonitorRequest { MaxAllocations = 0 },
                await suite.AsAsync("regiomanager"),
                RunningSuite.Deadline());
            var total = response.Monitor.AllocationTotal;
            return (total.Count, decimal.Parse(total.SumCents, System.Globalization.CultureInfo.InvariantCulture));
        }
        catch (RpcException notNow) when (notNow.StatusCode
            is StatusCode.Unavailable or StatusCode.DeadlineExceeded or StatusCode.Cancelled)
        {
            return (-1, 0);
        }
    }

    private async Task<IReadOnlySet<string>> RecordedAsync()
    {
        var costs = new CostService.CostServiceClient(suite.Municipalities);
        var recorded = new HashSet<string>(StringComparer.Ordinal);
        var pageToken = "";
        do
        {
            var page = await costs.ListCostAllocationsAsync(
                new ListCostAllocationsRequest { PageSize = 500, PageToken = pageToken },
                await suite.AsAsync("finance"),
                RunningSuite.Deadline());
            Assert.All(page.CostAllocations, allocation => Assert.True(recorded.Add(allocation.Id)));
            pageToken = page.NextPageToken;
        }
        while (pageToken.Length > 0);
        return recorded;
    }
}
