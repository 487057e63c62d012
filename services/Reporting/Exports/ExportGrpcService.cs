using Grpc.Core;
using Regio.Reporting.Suppression;
using Regio.Reporting.V1;
using Regio.ServiceDefaults.Security;

namespace Regio.Reporting.Exports;

/// <summary>The rpcs of exports.</summary>
internal sealed class ExportGrpcService(ExportObservations exportObservations, ExportHalfYear exportHalfYear, ExportExpertYear exportExpertYear) : ExportService.ExportServiceBase
{
    [Policy(ReportingPolicies.ReadObservations)]
    public override Task ExportObservations(
        ExportObservationsRequest request, IServerStreamWriter<ExportObservationsResponse> responseStream, ServerCallContext context) =>
        exportObservations.RunAsync(request, Viewer.Of(context.GetCaller()), responseStream, context.CancellationToken);

    [Policy(ReportingPolicies.ReadObservations)]
    public override Task ExportHalfYear(ExportHalfYearRequest request, IServerStreamWriter<ExportHalfYearResponse> responseStream, ServerCallContext context) =>
        exportHalfYear.RunAsync(request, Viewer.Of(context.GetCaller()), responseStream, context.CancellationToken);

    [Policy(ReportingPolicies.ReadObservations)]
    public override Task ExportExpertYear(ExportExpertYearRequest request, IServerStreamWriter<ExportExpertYearResponse> responseStream, ServerCallContext context) =>
        exportExpertYear.RunAsync(request, responseStream, context.CancellationToken);
}
