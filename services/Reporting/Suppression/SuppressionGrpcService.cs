using Grpc.Core;
using Regio.Reporting.V1;
using Regio.ServiceDefaults.Security;

namespace Regio.Reporting.Suppression;

/// <summary>The rpcs of what each audience may see.</summary>
internal sealed class SuppressionGrpcService(ListSuppressionPolicies listPolicies, AdoptSuppressionPolicy adoptPolicy)
    : SuppressionService.SuppressionServiceBase
{
    [Policy(ReportingPolicies.ReadSuppression)]
    public override Task<ListSuppressionPoliciesResponse> ListSuppressionPolicies(ListSuppressionPoliciesRequest request, ServerCallContext context) =>
        listPolicies.RunAsync(context.CancellationToken);

    [Policy(ReportingPolicies.AdoptSuppression)]
    public override Task<AdoptSuppressionPolicyResponse> AdoptSuppressionPolicy(AdoptSuppressionPolicyRequest request, ServerCallContext context) =>
        adoptPolicy.RunAsync(request, context.GetCaller().Subject, context.CancellationToken);
}
