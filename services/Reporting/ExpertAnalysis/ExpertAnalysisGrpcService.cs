using Grpc.Core;
using Regio.Reporting.Suppression;
using Regio.Reporting.V1;
using Regio.ServiceDefaults.Security;

namespace Regio.Reporting.ExpertAnalysis;

/// <summary>The rpcs of the analysis of the expert table.</summary>
internal sealed class ExpertAnalysisGrpcService(GetHalfYearAnalysis getHalfYearAnalysis, GetExpertYear getExpertYear) : ExpertAnalysisService.ExpertAnalysisServiceBase
{
    [Policy(ReportingPolicies.ReadMonitor)]
    public override Task<GetHalfYearAnalysisResponse> GetHalfYearAnalysis(GetHalfYearAnalysisRequest request, ServerCallContext context) =>
        getHalfYearAnalysis.RunAsync(request, Viewer.Of(context.GetCaller()), context.CancellationToken);

    [Policy(ReportingPolicies.ReadMonitor)]
    public override Task<GetExpertYearResponse> GetExpertYear(GetExpertYearRequest request, ServerCallContext context) =>
        getExpertYear.RunAsync(request, Viewer.Of(context.GetCaller()), context.CancellationToken);
}
