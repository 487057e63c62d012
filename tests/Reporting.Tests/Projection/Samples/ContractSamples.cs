using static Regio.Reporting.Tests.Projection.Samples.SampleEvents;

namespace Regio.Reporting.Tests.Projection.Samples;

internal sealed class ContractSamples : ISampleEvents
{
    public IEnumerable<object> Events =>
    [
        Care.Signed(First, 2, Care.Line("ZD", 7, 100_00), Care.Line("ZD", 8, 200_00)),
        Care.Signed(First, 4, Care.Line("ZD", 7, 110_00)),
        Care.Amended(First, 5, Care.Line("ZD", 7, 120_00)),
        Care.Amended(First, 7, Care.Line("ZD", 7, 130_00), Care.Line("NMD", 8, 140_00)),
        Care.Amended(Third, 3, Care.Line("NMD", 7, 150_00)),
        Care.Terminated(First, 6, new DateOnly(2030, 1, 1)),
        Care.Terminated(Second, 3, new DateOnly(2031, 1, 1)),
        Care.Ceiling(First, First, 1, "intention", 0),
        Care.Ceiling(First, First, 2, "active", 500_00),
        Care.Ceiling(First, First, 3, "warned", 700_00),
        Care.Stop(First, 1, new DateOnly(2026, 1, 1), until: null),
        Care.Stop(First, 2, new DateOnly(2026, 1, 1), new DateOnly(2026, 3, 1)),
    ];
}
