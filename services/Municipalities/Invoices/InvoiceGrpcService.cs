using Grpc.Core;
using Regio.Municipalities.V1;
using Regio.ServiceDefaults.Security;

namespace Regio.Municipalities.Invoices;

/// <summary>The rpcs of invoice runs.</summary>
internal sealed class InvoiceGrpcService(
    PreviewInvoiceRun previewInvoiceRun,
    IssueInvoiceRun issueInvoiceRun,
    GetInvoiceRun getInvoiceRun,
    ListInvoiceRuns listInvoiceRuns) : InvoiceService.InvoiceServiceBase
{
    [Policy(MunicipalitiesPolicies.AllocateCost)]
    public override Task<PreviewInvoiceRunResponse> PreviewInvoiceRun(PreviewInvoiceRunRequest request, ServerCallContext context) =>
        previewInvoiceRun.RunAsync(request, context.GetCaller(), context.CancellationToken);

    [Policy(MunicipalitiesPolicies.AllocateCost)]
    public override Task<IssueInvoiceRunResponse> IssueInvoiceRun(IssueInvoiceRunRequest request, ServerCallContext context) =>
        issueInvoiceRun.RunAsync(request, context.GetCaller(), context.CancellationToken);

    [Policy(MunicipalitiesPolicies.ReadCosts)]
    public override Task<GetInvoiceRunResponse> GetInvoiceRun(GetInvoiceRunRequest request, ServerCallContext context) =>
        getInvoiceRun.RunAsync(request, context.CancellationToken);

    [Policy(MunicipalitiesPolicies.ReadCosts)]
    public override Task<ListInvoiceRunsResponse> ListInvoiceRuns(ListInvoiceRunsRequest request, ServerCallContext context) =>
        listInvoiceRuns.RunAsync(request, context.CancellationToken);
}
