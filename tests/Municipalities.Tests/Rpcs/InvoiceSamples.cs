using Regio.Municipalities.Tests.Features;
using Regio.Municipalities.V1;
using Regio.Testing.Rpcs;

namespace Regio.Municipalities.Tests.Rpcs;

/// <summary>Right requests about invoice runs, for the table over all rpcs.</summary>
internal sealed class InvoiceSamples(MunicipalitiesHost host) : ISampleRequests
{
    public void AddTo(Samples samples) => samples
        .Add(async () => new PreviewInvoiceRunRequest { Content = await ContentAsync() })
        .Add(IssueAsync)
        .Add(async () => new GetInvoiceRunRequest { Id = (await host.Invoices.IssueInvoiceRunAsync(await IssueAsync())).Run.Id })
        .Add(() => new ListInvoiceRunsRequest { RegionId = "JHRD" });

    private async Task<IssueInvoiceRunRequest> IssueAsync() => new() { RequestId = GeneratedRequest.NewId(), Content = await ContentAsync() };

    private async Task<InvoiceRunContent> ContentAsync()
    {
        var cost = (await host.Costs.AllocateCostAsync(new() { RequestId = GeneratedRequest.NewId(), AmountCents = 1_00, Subject = "Pleegwijzer" })).CostAllocation;
        return new()
        {
            RegionId = "JHRD", InvoiceDate = RoundWays.Past, Items = { new InvoiceItem { CostAllocationId = cost.Id, VatTreatment = VatTreatment.Exempt } },
        };
    }
}
