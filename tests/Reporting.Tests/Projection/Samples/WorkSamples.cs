using static Regio.Reporting.Tests.Projection.Samples.SampleEvents;
using static Regio.Reporting.Tests.WorkAndPlans;

namespace Regio.Reporting.Tests.Projection.Samples;

internal sealed class WorkSamples : ISampleEvents
{
    private static readonly DateOnly From = new(2030, 1, 1);

    public IEnumerable<object> Events =>
    [
        Item(First, 1, "GM0114", From),
        Item(First, 2, "GM0114", From.AddDays(7)),
        Item(First, 3, "GM0114", From.AddDays(7), state: "done", feedback: true) with { RoundId = Second, ViewNumber = 1, RemarkNumber = 2, ContractId = Third, ContractLineId = First, IndicatorCode = "youth-care-use", GoalNodeId = Second, Title = "Lijst maken" },
        GoalNode(First, 1, "goal", "Korter wachten"),
        GoalNode(First, 2, "goal", "Niemand wacht te lang") with { ValidUntil = new DateOnly(2031, 1, 1) },
        GoalNode(Second, 1, "effort", "Wachtlijsten delen", First),
        GoalNode(Third, 1, "indicator", "Wachttijd", First) with { IndicatorCode = "waiting-time" },
        Plan(First, 1, Milestone("besluit", From, From), Milestone("start", null, null)),
        Plan(First, 2, Milestone("besluit", From, From.AddMonths(1), reached: true)),
        Memberships("GM0114", 4, Part("NMD", "", "new", From), Part("ZD", "", "all", new DateOnly(2017, 1, 1))),
        Memberships("GM0114", 5, Part("NMD", "", "new", From, From.AddYears(1)), Part("ZD", "pleegzorg", "all", From)),
    ];
}
