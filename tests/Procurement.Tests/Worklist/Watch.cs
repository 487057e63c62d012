using Regio.Common.V1;
using Regio.Procurement.Tests.Features;
using Regio.Procurement.V1;
using Regio.ServiceDefaults.Security;
using Regio.Testing;

namespace Regio.Procurement.Tests.Worklist;

/// <summary>Looks at the worklist and at the page of a provider.</summary>
internal sealed class Watch(ProcurementHost host)
{
    public WorklistService.WorklistServiceClient Rpcs { get; } = new(host.Invoker(TestTokens.For(Roles.ContractManager)));

    public ProviderFactService.ProviderFactServiceClient Facts { get; } = new(host.Invoker(TestTokens.For(Roles.ContractManager)));

    public ContractManagementService.ContractManagementServiceClient Management { get; } = new(host.Invoker(TestTokens.For(Roles.ContractManager)));

    /// <summary>All clocks on a day about one provider or thing, page by page; without the reviews, which every contract has.</summary>
    public async Task<List<WorkItem>> OnAsync(Date day, string? provider = null, string? subject = null) =>
        [.. (await AllOnAsync(day, provider, subject)).Where(item => item.Kind != WorkKind.ContractReview)];

    public async Task<List<WorkItem>> AllOnAsync(Date day, string? provider = null, string? subject = null)
    {
        var found = new List<WorkItem>();
        var request = new ListWorkItemsRequest { AsOf = day, ProviderId = provider ?? "", PageSize = 500 };
        do
        {
            var page = await Rpcs.ListWorkItemsAsync(request);
            found.AddRange(page.Items);
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);
        return subject is null ? found : [.. found.Where(item => item.SubjectId == subject)];
    }
}
