using Grpc.Core;
using Regio.Reporting.Suppression;
using Regio.Reporting.V1;
using Regio.ServiceDefaults.Security;

namespace Regio.Reporting.Reports;

/// <summary>The rpcs of reports.</summary>
internal sealed class ReportGrpcService(
    DraftEdition draftEdition, GetEdition getEdition, CheckEdition checkEdition, PublishEdition publishEdition, DownloadReport downloadReport)
    : ReportService.ReportServiceBase
{
    [Policy(ReportingPolicies.MakeReports)]
    public override Task<DraftEditionResponse> DraftEdition(DraftEditionRequest request, ServerCallContext context) =>
        draftEdition.RunAsync(request, context.GetCaller().Subject, context.CancellationToken);

    [Policy(ReportingPolicies.MakeReports)]
    public override Task<GetEditionResponse> GetEdition(GetEditionRequest request, ServerCallContext context) =>
        getEdition.RunAsync(request, Viewer.Of(context.GetCaller()), context.CancellationToken);

    [Policy(ReportingPolicies.MakeReports)]
    public override Task<CheckEditionResponse> CheckEdition(CheckEditionRequest request, ServerCallContext context) =>
        checkEdition.RunAsync(request, context.GetCaller().Subject, context.CancellationToken);

    [Policy(ReportingPolicies.PublishReports)]
    public override Task<PublishEditionResponse> PublishEdition(PublishEditionRequest request, ServerCallContext context) =>
        publishEdition.RunAsync(request, context.GetCaller().Subject, context.CancellationToken);

    [Policy(ReportingPolicies.MakeReports)]
    public override Task DownloadReport(DownloadReportRequest request, IServerStreamWriter<DownloadReportResponse> responseStream, ServerCallContext context) =>
        downloadReport.RunAsync(request, responseStream, context.CancellationToken);
}
