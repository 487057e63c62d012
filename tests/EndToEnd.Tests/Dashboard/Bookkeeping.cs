using Regio.Municipalities.V1;
using Regio.Reporting.V1;

namespace Regio.EndToEnd.Tests.Dashboard;

/// <summary>What the services of the suite on the dashboard have recorded, asked as any caller would.</summary>
internal sealed class Bookkeeping(SuiteWithDashboard suite)
{
    public async Task AllocateAsync(string subject)
    {
        using var channel = suite.ChannelTo("municipalities");
        await new CostService.CostServiceClient(channel).AllocateCostAsync(
            new AllocateCostRequest { RequestId = Guid.CreateVersion7().ToString(), AmountCents = 12_345, Subject = subject },
            await SuiteCaller.AsAsync(suite.State, "finance"),
            RunningSuite.Deadline());
    }

    /// <summary>The ids of the first allocations that there are.</summary>
    public async Task<IReadOnlyList<string>> RecordedAsync()
    {
        using var channel = suite.ChannelTo("municipalities");
        var page = await new CostService.CostServiceClient(channel).ListCostAllocationsAsync(
            new ListCostAllocationsRequest(), await SuiteCaller.AsAsync(suite.State, "finance"), RunningSuite.Deadline());
        return [.. page.CostAllocations.Select(allocation => allocation.Id)];
    }

    public async Task<IReadOnlyList<string>> MunicipalitiesAsync()
    {
        using var channel = suite.ChannelTo("municipalities");
        var page = await new MunicipalityService.MunicipalityServiceClient(channel).ListMunicipalitiesAsync(
            new ListMunicipalitiesRequest(), await SuiteCaller.AsAsync(suite.State, "finance"), RunningSuite.Deadline());
        return [.. page.Municipalities.Select(municipality => municipality.Id)];
    }

    /// <summary>How many allocations the monitor counts.</summary>
    public async Task<long> CountedAsync()
    {
        using var channel = suite.ChannelTo("reporting");
        var answer = await new MonitorService.MonitorServiceClient(channel).GetMonitorAsync(
            new GetMonitorRequest { MaxAllocations = 0 }, await SuiteCaller.AsAsync(suite.State, "regiomanager"), RunningSuite.Deadline());
        return answer.Monitor.AllocationTotal.Count;
    }
}
