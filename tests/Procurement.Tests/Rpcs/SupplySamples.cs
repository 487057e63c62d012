using Regio.Procurement.Tests.Features;
using Regio.Procurement.Tests.Supply;
using Regio.Procurement.V1;
using Regio.Testing.Rpcs;

namespace Regio.Procurement.Tests.Rpcs;

/// <summary>Right requests about supply, for the table over all rpcs.</summary>
internal sealed class SupplySamples(ProcurementHost host) : ISampleRequests
{
    public void AddTo(Samples samples) => samples
        .Add(async () => SupplyTests.Report((await host.CreateProviderAsync()).Id, (2026, 3, 1), waiting: 3))
        .Add(async () => new ListSupplyRequest { ProviderId = (await host.CreateProviderAsync()).Id, ProductId = "foster-care" })
        .Add(() => new GetSupplyCoverageRequest { RegionId = "JHRD", MunicipalityId = "GM0114" });
}
