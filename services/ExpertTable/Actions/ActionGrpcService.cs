using Grpc.Core;
using Regio.ExpertTable.V1;
using Regio.ServiceDefaults.Security;

namespace Regio.ExpertTable.Actions;

/// <summary>The rpcs of what is agreed on about a case.</summary>
internal sealed class ActionGrpcService(AgreeAction agree, EndAction end) : CaseActionService.CaseActionServiceBase
{
    [Policy(ExpertTablePolicies.Handle)]
    public override Task<AgreeActionResponse> AgreeAction(AgreeActionRequest request, ServerCallContext context) =>
        agree.RunAsync(request, context.GetCaller(), context.CancellationToken);

    [Policy(ExpertTablePolicies.Handle)]
    public override Task<EndActionResponse> EndAction(EndActionRequest request, ServerCallContext context) =>
        end.RunAsync(request, context.GetCaller(), context.CancellationToken);
}
