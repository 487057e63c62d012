using FluentValidation;
using Regio.Procurement.Persistence;
using Regio.Procurement.V1;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Persistence;
using Regio.ServiceDefaults.Time;

namespace Regio.Procurement.Management;

/// <summary>Records whether an improvement plan was done or failed.</summary>
internal sealed class CloseImprovementPlan(ProcurementDbContext db, IdempotentRequests<ProcurementDbContext> requests, TimeProvider time)
{
    private const string Rpc = "regio.procurement.v1.ContractManagementService/CloseImprovementPlan";

    public Task<CloseImprovementPlanResponse> RunAsync(CloseImprovementPlanRequest request, string caller, CancellationToken ct) =>
        requests.RunAsync(Rpc, caller, request.RequestId, request, token => DecideAsync(request, token), ct);

    private async Task<CloseImprovementPlanResponse> DecideAsync(CloseImprovementPlanRequest request, CancellationToken ct)
    {
        var plan = await db.PlanToChangeAsync(request.Id, request.Etag, ct);
        plan.Close(request.Done, request.Outcome.Trim(), time.DutchToday());
        return new CloseImprovementPlanResponse { Plan = plan.ToProto() };
    }
}

internal sealed class CloseImprovementPlanValidator : AbstractValidator<CloseImprovementPlanRequest>
{
    public CloseImprovementPlanValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.Id).IsUuid();
        RuleFor(r => r.Outcome).IsLine(ManagementRules.MostTextCharacters);
    }
}
