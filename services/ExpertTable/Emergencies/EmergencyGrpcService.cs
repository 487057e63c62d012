using Grpc.Core;
using Regio.ExpertTable.V1;
using Regio.ServiceDefaults.Security;

namespace Regio.ExpertTable.Emergencies;

/// <summary>The rpcs of opening a file in an emergency.</summary>
internal sealed class EmergencyGrpcService(BreakGlass open, ListEmergencyAccesses list, AcknowledgeEmergencyAccess acknowledge) : EmergencyService.EmergencyServiceBase
{
    [Policy(ExpertTablePolicies.BreakGlass)]
    public override Task<BreakGlassResponse> BreakGlass(BreakGlassRequest request, ServerCallContext context) =>
        open.RunAsync(request, context.GetCaller(), context.CancellationToken);

    [Policy(ExpertTablePolicies.Inspect)]
    public override Task<ListEmergencyAccessesResponse> ListEmergencyAccesses(ListEmergencyAccessesRequest request, ServerCallContext context) =>
        list.RunAsync(request, context.GetCaller(), context.CancellationToken);

    [Policy(ExpertTablePolicies.Inspect)]
    public override Task<AcknowledgeEmergencyAccessResponse> AcknowledgeEmergencyAccess(AcknowledgeEmergencyAccessRequest request, ServerCallContext context) =>
        acknowledge.RunAsync(request, context.GetCaller(), context.CancellationToken);
}
