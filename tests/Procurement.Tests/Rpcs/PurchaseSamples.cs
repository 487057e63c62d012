using Regio.Messages.Procurement.V1;
using Regio.Procurement.Tests.Features;
using Regio.Procurement.V1;
using Regio.Testing;
using Regio.Testing.Rpcs;

namespace Regio.Procurement.Tests.Rpcs;

/// <summary>Right requests about purchase requests, for the table over all rpcs.</summary>
internal sealed class PurchaseSamples(ProcurementHost host) : ISampleRequests
{
    public void AddTo(Samples samples) => samples
        .Add(async () => new DecidePurchaseRequestRequest { Id = await OpenAsync(), Grant = true });

    private async Task<string> OpenAsync()
    {
        var id = Guid.CreateVersion7();
        await host.PublishAsync(new RequestPurchase
        {
            PurchaseRequestId = id,
            OccurredAt = TimeProvider.System.GetUtcNow(),
            MunicipalityId = "GM0106",
            ProductId = "secure-care",
        });
        await Eventually.Is("the purchase request is recorded", 1L, () => host.Database.ScalarAsync<long>($"select count(*) from purchase_request where id = '{id}'"));
        return id.ToString("D");
    }
}
