using Grpc.Core;
using Regio.Procurement.V1;
using Regio.ServiceDefaults.Security;

namespace Regio.Procurement.Terms;

/// <summary>The rpcs of terms.</summary>
internal sealed class TermGrpcService(GetTerms getTerms, ListTermSettings listTermSettings, SetTerm setTerm) : TermService.TermServiceBase
{
    [Policy(ProcurementPolicies.ReadCatalogue)]
    public override Task<GetTermsResponse> GetTerms(GetTermsRequest request, ServerCallContext context) =>
        getTerms.RunAsync(request, context.CancellationToken);

    [Policy(ProcurementPolicies.ReadCatalogue)]
    public override Task<ListTermSettingsResponse> ListTermSettings(ListTermSettingsRequest request, ServerCallContext context) =>
        listTermSettings.RunAsync(request, context.CancellationToken);

    [Policy(ProcurementPolicies.SetTerms)]
    public override Task<SetTermResponse> SetTerm(SetTermRequest request, ServerCallContext context) =>
        setTerm.RunAsync(request, context.GetCaller().Subject, context.CancellationToken);
}
