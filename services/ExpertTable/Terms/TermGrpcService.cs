using Grpc.Core;
using Regio.ExpertTable.V1;
using Regio.ServiceDefaults.Security;

namespace Regio.ExpertTable.Terms;

/// <summary>The rpcs of terms.</summary>
internal sealed class TermGrpcService(GetTerms getTerms, ListTermSettings listTermSettings, SetTerm setTerm) : TermService.TermServiceBase
{
    [Policy(ExpertTablePolicies.ReadTerms)]
    public override Task<GetTermsResponse> GetTerms(GetTermsRequest request, ServerCallContext context) =>
        getTerms.RunAsync(request, context.CancellationToken);

    [Policy(ExpertTablePolicies.ReadTerms)]
    public override Task<ListTermSettingsResponse> ListTermSettings(ListTermSettingsRequest request, ServerCallContext context) =>
        listTermSettings.RunAsync(request, context.CancellationToken);

    [Policy(ExpertTablePolicies.SetTerms)]
    public override Task<SetTermResponse> SetTerm(SetTermRequest request, ServerCallContext context) =>
        setTerm.RunAsync(request, context.GetCaller(), context.CancellationToken);
}
