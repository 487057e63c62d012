using static Regio.Reporting.Tests.Projection.Samples.SampleEvents;

namespace Regio.Reporting.Tests.Projection.Samples;

internal sealed class CaseSamples : ISampleEvents
{
    public IEnumerable<object> Events =>
    [
        .. Care.Case(First, "GM0106", 5),
        Care.Outcome(First, 6, "partly", "waiting"),
        Care.Outcome(First, 7, "reached"),
        .. Care.Case(Second, "GM0114", 2, "4_to_11"),
        Care.Escalated(Second, 3, "jenn"),
        Care.Stuck(Third, "GM0114", 5, 9, "waiting", "law"),
        Care.Stuck(Third, "GM0114", 8, 12, on: null),
        Care.HandedOver(Second, 4, "GM0114", "GM0106"),
        Care.Consultation(Third, new DateOnly(2026, 2, 3), "advised"),
    ];
}
