using Regio.Reporting.V1;
using Regio.Testing.Rpcs;

namespace Regio.Reporting.Tests.Rpcs;

/// <summary>Right requests about computing, for the table over all rpcs; each target from a later day.</summary>
internal sealed class ComputationSamples(ReportingHost host) : ISampleRequests
{
    private static int _day;

    public void AddTo(Samples samples) => samples
        .Add(async () =>
        {
            await host.ImportAsync("trajectories;GM0118;2022;;100;\ntrajectories;GM0118;2023;;110;\ntrajectory-cost;GM0118;2022;;1000,00;\ntrajectory-cost;GM0118;2023;;1200,00;\n");
            return new ExplainCostRequest { AreaId = "GM0118", FromPeriod = "2022", ToPeriod = "2023" };
        })
        .Add(() => new AnalyseSeriesRequest { IndicatorId = "youth-care-use", AreaId = "PV22", YearsAhead = 1 })
        .Add(async () =>
        {
            await host.ImportAsync("youth-care-use;GM0118;2020;;11,0;\n");
            return new CompareAreasRequest { IndicatorId = "youth-care-use", MunicipalityId = "GM0118", Period = "2020" };
        })
        .Add(async () =>
        {
            await host.ImportAsync("trajectories-begin;GM0118;2023;;100;\n");
            return new CheckBalanceRequest { AreaId = "GM0118" };
        })
        .Add(() => new RecordSavingsScenarioRequest
        {
            Scenario = new()
            {
                IndicatorId = "youth-care-use",
                AreaId = "PV22",
                Measure = "Praktijkondersteuner bij iedere huisarts.",
                Assumption = "Een op de tien verwijzingen is niet nodig.",
                FirstYear = 2026,
                Expected = { new ExpectedChange { Year = 2026, Change = "-0.5" } },
                Source = new() { Title = "Regiovisie", Place = "doel 1" },
            },
        })
        .Add(() => new ListSavingsScenariosRequest { AreaId = "PV22" })
        .Add(() => new SetIndicatorTargetRequest
        {
            Target = new()
            {
                IndicatorId = "youth-care-use",
                Green = "10",
                Amber = "12",
                Period = new() { StartDate = DayOf(Interlocked.Increment(ref _day)) },
                Goal = "Minder instroom.",
                Source = new() { Title = "Regiovisie", Place = "doel 1" },
            },
        });

    private static Common.V1.Date DayOf(int number)
    {
        var day = new DateOnly(2080, 1, 1).AddDays(number);
        return new() { Year = day.Year, Month = day.Month, Day = day.Day };
    }
}
