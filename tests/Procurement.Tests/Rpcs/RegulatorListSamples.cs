using Regio.Procurement.V1;
using Regio.Testing.Rpcs;

namespace Regio.Procurement.Tests.Rpcs;

/// <summary>A right request for the list of a year, for the table over all rpcs.</summary>
internal sealed class RegulatorListSamples : ISampleRequests
{
    public void AddTo(Samples samples) => samples
        .Add(() => new DownloadRegulatorListRequest { Year = 2026, Format = RegulatorListFormat.Csv });
}
