using Regio.Reporting.V1;
using Regio.Testing.Rpcs;

namespace Regio.Reporting.Tests.Rpcs;

/// <summary>A right request for price and quantity, for the table over all rpcs.</summary>
internal sealed class CareVolumeSamples : ISampleRequests
{
    public void AddTo(Samples samples) => samples
        .Add(() => new ListCareVolumesRequest { MunicipalityId = "GM0106", Since = new() { Year = 2026, Month = 1, Day = 1 } });
}
