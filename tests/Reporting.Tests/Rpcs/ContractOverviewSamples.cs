using Regio.Reporting.V1;
using Regio.Testing.Rpcs;

namespace Regio.Reporting.Tests.Rpcs;

/// <summary>Right requests for the overview of contracts, for the table over all rpcs.</summary>
internal sealed class ContractOverviewSamples : ISampleRequests
{
    public void AddTo(Samples samples) => samples
        .Add(() => new GetContractOverviewRequest { AreaId = "GM0106" })
        .Add(() => new ExportContractOverviewRequest { Format = ExportFormat.DutchCsv, AreaId = "GM0106" });
}
