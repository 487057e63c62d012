using Grpc.Core;
using Regio.Procurement.V1;
using Regio.ServiceDefaults.Security;

namespace Regio.Procurement.Agenda;

/// <summary>The rpcs of the purchasing agenda.</summary>
internal sealed class AgendaGrpcService(PlanTranche planTranche, MoveTranche moveTranche, ListTranches listTranches) : AgendaService.AgendaServiceBase
{
    [Policy(ProcurementPolicies.WriteProcedures)]
    public override Task<PlanTrancheResponse> PlanTranche(PlanTrancheRequest request, ServerCallContext context) =>
        planTranche.RunAsync(request, context.GetCaller().Subject, context.CancellationToken);

    [Policy(ProcurementPolicies.WriteProcedures)]
    public override Task<MoveTrancheResponse> MoveTranche(MoveTrancheRequest request, ServerCallContext context) =>
        moveTranche.RunAsync(request, context.GetCaller().Subject, context.CancellationToken);

    [Policy(ProcurementPolicies.ReadProcedures)]
    public override Task<ListTranchesResponse> ListTranches(ListTranchesRequest request, ServerCallContext context) =>
        listTranches.RunAsync(request, context.CancellationToken);
}
