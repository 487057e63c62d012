using System.Globalization;
using Regio.Benchmarks.Load;
using Regio.Benchmarks.Servers;
using Regio.ExpertTable.V1;
using Regio.Municipalities.V1;
using Regio.Procurement.V1;
using Regio.Reporting.V1;

namespace Regio.Benchmarks.Rows;

/// <summary>What a fresh process of a service holds of the machine's memory after many calls, against after the first ones.</summary>
internal sealed class Memory : IRow
{
    private const double Mebibyte = 1024 * 1024;
    private static readonly Bound s_growth = Bound.AtMost(1.2);
    private static readonly TimeSpan s_rest = TimeSpan.FromSeconds(5);

    public string Name => "memory";

    public async Task<IReadOnlyList<Outcome>> MeasureAsync(Suite suite, Plan plan, TimeProvider time, CancellationToken cancellationToken) =>
    [
        await MeasureAsync(suite, Suite.Municipalities, MunicipalityCalls, plan, time, cancellationToken),
        await MeasureAsync(suite, Suite.Procurement, LevelCalls, plan, time, cancellationToken),
        await MeasureAsync(suite, Suite.ExpertTable, CapacityCalls, plan, time, cancellationToken),
        await MeasureAsync(suite, Suite.Reporting, IndicatorCalls, plan, time, cancellationToken),
    ];

    private async Task<Outcome> MeasureAsync(
        Suite suite, string name, Func<Service, Suite, TimeProvider, Func<CancellationToken, Task>> calls, Plan plan, TimeProvider time, CancellationToken cancellationToken)
    {
        await using var service = await suite.StartServiceAsync(name, cancellationToken);
        var call = calls(service, suite, time);
        var first = await AfterAsync(service, call, Plan.FirstCalls, time, cancellationToken);
        var last = await AfterAsync(service, call, plan.Calls - Plan.FirstCalls, time, cancellationToken);
        return new Outcome(Name, "MiB", $"{name} after {Text(plan.Calls)} calls", $"after {Text(Plan.FirstCalls)}", last, first, s_growth);
    }

    private static async Task<double> AfterAsync(
        Service service, Func<CancellationToken, Task> call, int times, TimeProvider time, CancellationToken cancellationToken)
    {
        Console.WriteLine($"  {Text(times)} calls");
        await ClosedLoop.CallAsync(call, times, cancellationToken);
        await Task.Delay(s_rest, time, cancellationToken);
        return service.ResidentBytes / Mebibyte;
    }

    private static Func<CancellationToken, Task> MunicipalityCalls(Service service, Suite suite, TimeProvider time)
    {
        var client = new MunicipalityService.MunicipalityServiceClient(service.Channel);
        var request = new GetMunicipalityRequest { Id = "GM0106" };
        return async token => await client.GetMunicipalityAsync(request, suite.Options(time, token));
    }

    private static Func<CancellationToken, Task> LevelCalls(Service service, Suite suite, TimeProvider time)
    {
        var client = new CatalogueService.CatalogueServiceClient(service.Channel);
        var request = new ListInterventionLevelsRequest();
        return async token => await client.ListInterventionLevelsAsync(request, suite.Options(time, token));
    }

    private static Func<CancellationToken, Task> CapacityCalls(Service service, Suite suite, TimeProvider time)
    {
        var client = new CapacityService.CapacityServiceClient(service.Channel);
        var request = new GetCapacityRequest { Year = time.GetUtcNow().Year };
        return async token => await client.GetCapacityAsync(request, suite.Options(time, token, role: "regiomanager"));
    }

    private static Func<CancellationToken, Task> IndicatorCalls(Service service, Suite suite, TimeProvider time)
    {
        var client = new ObservationService.ObservationServiceClient(service.Channel);
        var request = new ListIndicatorsRequest();
        return async token => await client.ListIndicatorsAsync(request, suite.Options(time, token));
    }

    private static string Text(int number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
