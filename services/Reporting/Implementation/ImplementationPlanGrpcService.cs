using Grpc.Core;
using Regio.Reporting.Suppression;
using Regio.Reporting.V1;
using Regio.ServiceDefaults.Security;

namespace Regio.Reporting.Implementation;

/// <summary>The rpcs of the implementation plan.</summary>
internal sealed class ImplementationPlanGrpcService(GetImplementationPlan getImplementationPlan) : ImplementationPlanService.ImplementationPlanServiceBase
{
    [Policy(ReportingPolicies.ReadMonitor)]
    public override Task<GetImplementationPlanResponse> GetImplementationPlan(GetImplementationPlanRequest request, ServerCallContext context) =>
        getImplementationPlan.RunAsync(request, Viewer.Of(context.GetCaller()), context.CancellationToken);
}
