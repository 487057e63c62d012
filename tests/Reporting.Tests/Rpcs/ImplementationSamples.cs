using Regio.Reporting.V1;
using Regio.Testing.Rpcs;

namespace Regio.Reporting.Tests.Rpcs;

/// <summary>Right requests about the implementation plan, for the table over all rpcs.</summary>
internal sealed class ImplementationSamples : ISampleRequests
{
    public void AddTo(Samples samples) => samples
        .Add(() => new GetImplementationPlanRequest { AreaId = "GM0106", AsOf = new() { Year = 2026, Month = 6, Day = 11 } });
}
