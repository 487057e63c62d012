using FluentValidation;
using Regio.Procurement.Persistence;
using Regio.Procurement.V1;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Persistence;

namespace Regio.Procurement.Management;

/// <summary>Records what was agreed to improve.</summary>
internal sealed class AgreeImprovementPlan(ProcurementDbContext db, IdempotentRequests<ProcurementDbContext> requests)
{
    private const string Rpc = "regio.procurement.v1.ContractManagementService/AgreeImprovementPlan";

    public Task<AgreeImprovementPlanResponse> RunAsync(AgreeImprovementPlanRequest request, string caller, CancellationToken ct) =>
        requests.RunAsync(Rpc, caller, request.RequestId, request, token => DecideAsync(request, token), ct);

    private async Task<AgreeImprovementPlanResponse> DecideAsync(AgreeImprovementPlanRequest request, CancellationToken ct)
    {
        var plan = await db.PlanToChangeAsync(request.Id, request.Etag, ct);
        plan.Agree(request.Measures.Trim(), request.DueDate.ToDateOnly());
        return new AgreeImprovementPlanResponse { Plan = plan.ToProto() };
    }
}

internal sealed class AgreeImprovementPlanValidator : AbstractValidator<AgreeImprovementPlanRequest>
{
    public AgreeImprovementPlanValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.Id).IsUuid();
        RuleFor(r => r.Measures).IsLine(ManagementRules.MostTextCharacters);
        RuleFor(r => r.DueDate).IsDay();
    }
}
