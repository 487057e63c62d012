using FluentValidation;
using Regio.Procurement.Persistence;
using Regio.Procurement.V1;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Persistence;
using Regio.ServiceDefaults.Time;

namespace Regio.Procurement.Management;

/// <summary>Asks a provider for an improvement plan.</summary>
internal sealed class OpenImprovementPlan(ProcurementDbContext db, IdempotentRequests<ProcurementDbContext> requests, TimeProvider time)
{
    private const string Rpc = "regio.procurement.v1.ContractManagementService/OpenImprovementPlan";

    public Task<OpenImprovementPlanResponse> RunAsync(OpenImprovementPlanRequest request, string caller, CancellationToken ct) =>
        requests.RunAsync(Rpc, caller, request.RequestId, request, token => DecideAsync(request.Plan, token), ct);

    private async Task<OpenImprovementPlanResponse> DecideAsync(V1.ImprovementPlan asked, CancellationToken ct)
    {
        var contract = await db.ManagedContractAsync(asked.ContractId, "plan.contract_id", ct);
        var plan = ImprovementPlan.Open(
            Guid.CreateVersion7(time.StorableNow()), contract, asked.Subject.Trim(), asked.DueDate.ToDateOnly(), asked.Owner.Trim(), time.DutchToday());
        db.Add(plan);
        return new OpenImprovementPlanResponse { Plan = plan.ToProto() };
    }
}

internal sealed class OpenImprovementPlanValidator : AbstractValidator<OpenImprovementPlanRequest>
{
    public OpenImprovementPlanValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.Plan).NotNull().ChildRules(plan =>
        {
            plan.RuleFor(p => p.ContractId).IsUuid();
            plan.RuleFor(p => p.Subject).IsLine(ManagementRules.MostTextCharacters);
            plan.RuleFor(p => p.DueDate).IsDay();
            plan.RuleFor(p => p.Owner).IsLine(ManagementRules.MostOwnerCharacters);
        });
    }
}
