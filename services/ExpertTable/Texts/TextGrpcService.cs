using Grpc.Core;
using Regio.ExpertTable.V1;
using Regio.ServiceDefaults.Security;

namespace Regio.ExpertTable.Texts;

/// <summary>The rpcs of checking and sharing texts.</summary>
internal sealed class TextGrpcService(CheckText check, ShareAnalysis share) : TextService.TextServiceBase
{
    [Policy(ExpertTablePolicies.Write)]
    public override Task<CheckTextResponse> CheckText(CheckTextRequest request, ServerCallContext context) =>
        check.RunAsync(request, context.GetCaller(), context.CancellationToken);

    [Policy(ExpertTablePolicies.Handle)]
    public override Task<ShareAnalysisResponse> ShareAnalysis(ShareAnalysisRequest request, ServerCallContext context) =>
        share.RunAsync(request, context.GetCaller(), context.CancellationToken);
}
