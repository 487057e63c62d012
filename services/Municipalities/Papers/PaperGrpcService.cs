using Grpc.Core;
using Regio.Municipalities.V1;
using Regio.ServiceDefaults.Security;

namespace Regio.Municipalities.Papers;

/// <summary>The rpcs of papers.</summary>
internal sealed class PaperGrpcService(
    SetSharedText setSharedText,
    SetOwnText setOwnText,
    SetPublicationRule setPublicationRule,
    WritePaper writePaper) : PaperService.PaperServiceBase
{
    [Policy(MunicipalitiesPolicies.LeadRounds)]
    public override Task<SetSharedTextResponse> SetSharedText(SetSharedTextRequest request, ServerCallContext context) =>
        setSharedText.RunAsync(request, context.GetCaller(), context.CancellationToken);

    [Policy(MunicipalitiesPolicies.RecordFacts)]
    public override Task<SetOwnTextResponse> SetOwnText(SetOwnTextRequest request, ServerCallContext context) =>
        setOwnText.RunAsync(request, context.GetCaller(), context.CancellationToken);

    [Policy(MunicipalitiesPolicies.KeepRegister)]
    public override Task<SetPublicationRuleResponse> SetPublicationRule(SetPublicationRuleRequest request, ServerCallContext context) =>
        setPublicationRule.RunAsync(request, context.GetCaller(), context.CancellationToken);

    [Policy(MunicipalitiesPolicies.ReadMemory)]
    public override Task<WritePaperResponse> WritePaper(WritePaperRequest request, ServerCallContext context) =>
        writePaper.RunAsync(request, context.CancellationToken);
}
