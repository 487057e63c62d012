using Grpc.Net.Client;
using Regio.Cli.Calls;
using Regio.Municipalities.V1;
using Regio.Reporting.V1;
using Monitor = Regio.Reporting.V1.Monitor;

namespace Regio.Cli.Demo;

/// <summary>The events have crossed the broker when the monitor shows what was done; then its page and table are fetched.</summary>
internal sealed class MonitorSteps(Caller caller, GrpcChannel channel, HttpClient pages, Journal journal, TimeProvider time)
{
    private const string Role = "regiomanager";
    private const string UseOfCare = "youth-care-use";

    private readonly MonitorService.MonitorServiceClient _monitor = new(channel);

    public async Task RunAsync(Monitor before, CostAllocation allocated, string directory, CancellationToken cancellationToken)
    {
        var monitor = await WaitUntilShownAsync(before, allocated, cancellationToken);
        CheckFigures(monitor);
        await LeaveReportsAsync(allocated, directory, cancellationToken);
    }

    /// <summary>The monitor before anything is done.</summary>
    public async Task<Monitor> ReadAsync(CancellationToken cancellationToken) => (await AskAsync(cancellationToken)).Value.Monitor;

    private async Task<Monitor> WaitUntilShownAsync(Monitor before, CostAllocation allocated, CancellationToken cancellationToken)
    {
        journal.Begin("Waiting until the monitor shows the allocation, the contract and the case");
        var started = time.GetTimestamp();
        var answer = await Patience.UntilAsync(
            time,
            $"the monitor showed allocation {allocated.Id}, the contract and the case",
            () => AskAsync(cancellationToken),
            seen => Find(seen.Value.Monitor, allocated) is not null
                && seen.Value.Monitor.Contracts.Signed > before.Contracts.Signed
                && Decided(seen.Value.Monitor) > Decided(before),
            cancellationToken);
        var monitor = answer.Value.Monitor;
        var shown = Find(monitor, allocated)!;
        journal.Tell($"shown after {time.GetElapsedTime(started).TotalMilliseconds:F0} ms: {shown.Subject}, {Output.Euros(shown.AmountCents)}");
        journal.Tell($"{Output.Count(monitor.AllocationTotal.Count)} allocations, {Output.Count(monitor.Contracts.Signed)} signed contracts, {Output.Count(Decided(monitor))} decided cases in all");
        journal.Trace(answer.TraceId);
        Expect.Same(allocated.Allocation.AmountCents, shown.Shares.Sum(share => share.AmountCents), "the sum of the shares in the monitor");
        Expect.That(monitor.Contracts.Rows.Any(row => row is { BuyerId: "ZD", Level: 8 }), "the monitor has the contract of Zuid-Drenthe on level 8");
        return monitor;
    }

    private Task<Answer<GetMonitorResponse>> AskAsync(CancellationToken cancellationToken) => caller.AskAsync(
        Role,
        options => _monitor.GetMonitorAsync(new GetMonitorRequest { AreaId = "PV22" }, options),
        cancellationToken);

    private static AllocationRow? Find(Monitor monitor, CostAllocation allocated) =>
        monitor.Allocations.FirstOrDefault(row => row.CostAllocationId == allocated.Id);

    private static long Decided(Monitor monitor) => monitor.Cases.States.Where(row => row.State == "decided").Sum(row => row.Count);

    private void CheckFigures(Monitor monitor)
    {
        journal.Begin("The monitor beside it");
        journal.Rows([.. monitor.Regions.Select(region =>
            (region.RegionId, region.Name, $"{Output.Count(region.Youth)} young people"))]);
        var use = monitor.Figures.Where(figure => figure.Indicator == UseOfCare).ToList();
        Expect.That(use.Count > 0, "the monitor has the use of youth care");
        journal.Rows([.. use.Select(figure =>
            ($"{figure.Label} ({figure.Period})", figure.Source?.Title ?? "", figure.Unit == "percent" ? $"{figure.Value} %" : figure.Value))]);
        journal.Tell($"and {monitor.Figures.Count - use.Count} more published figures, each with its source");
        Expect.Same(PublishedFigures.Municipalities, monitor.Municipalities.Count, "the number of municipalities in the monitor");
        Expect.Same(PublishedFigures.Youth, monitor.Municipalities.Sum(row => row.Youth), "the number of young people in the monitor");
        foreach (var (region, youth) in PublishedFigures.YouthByRegion)
            Expect.Same(youth, monitor.Regions.Where(row => row.RegionId == region).Sum(row => row.Youth), $"the number of young people in {region}");
    }

    private async Task LeaveReportsAsync(CostAllocation allocated, string directory, CancellationToken cancellationToken)
    {
        journal.Begin("The reports");
        Directory.CreateDirectory(directory);
        foreach (var file in new[] { "monitor.html", "monitor.csv" })
        {
            var content = await pages.GetStringAsync(new Uri(file == "monitor.html" ? "monitor" : file, UriKind.Relative), cancellationToken);
            var path = Path.GetFullPath(Path.Combine(directory, file));
            await File.WriteAllTextAsync(path, content, cancellationToken);
            journal.File(path);
            Expect.That(content.Contains(allocated.Subject, StringComparison.Ordinal), $"{file} names the allocation");
            Expect.That(content.Contains("97.536", StringComparison.Ordinal) || content.Contains("97536", StringComparison.Ordinal), $"{file} shows 97.536 young people");
        }
    }
}
