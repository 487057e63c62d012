using static Regio.Reporting.Tests.Projection.Samples.SampleEvents;

namespace Regio.Reporting.Tests.Projection.Samples;

internal sealed class ContractSamples : ISampleEvents
{
    public IEnumerable<object> Events =>
    [
        Care.Signed(First, 2, Care.Line("ZD", 7, 100_00), Care.Line("ZD", 8, 200_00)),
        Care.Signed(First, 4, Care.Line("ZD", 7, 110_00)),
        Care.Terminated(First, 3, new DateOnly(2030, 1, 1)),
        Care.Terminated(Second, 3, new DateOnly(2031, 1, 1)),
    ];
}
