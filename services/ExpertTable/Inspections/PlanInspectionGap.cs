using FluentValidation;
using Regio.ExpertTable.Cases;
using Regio.ExpertTable.V1;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Security;

namespace Regio.ExpertTable.Inspections;

/// <summary>What is done about a gap, by whom, until when.</summary>
internal sealed class PlanInspectionGap(GapChanges changes)
{
    public Task<PlanInspectionGapResponse> RunAsync(PlanInspectionGapRequest request, Caller caller, CancellationToken ct) => changes.RunAsync(
        new GapCommand<PlanInspectionGapRequest>(request, request.RequestId, request.Id, request.Etag),
        caller,
        (gap, act) => gap.Plan(
            new PlannedWork(request.Plan.PlannedDate.ToDateOnly(), request.Plan.Text.Trim(), request.Plan.Owner.Trim(), request.Plan.DueDate.ToDateOnly()), act),
        gap => new PlanInspectionGapResponse { Gap = gap },
        ct);
}

internal sealed class PlanInspectionGapValidator : AbstractValidator<PlanInspectionGapRequest>
{
    public PlanInspectionGapValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.Id).IsUuid();
        RuleFor(r => r.Plan).NotNull().ChildRules(plan =>
        {
            plan.RuleFor(p => p.PlannedDate).IsDay();
            plan.RuleFor(p => p.Text).IsText(CaseFieldRules.MostQuestionCharacters);
            plan.RuleFor(p => p.Owner).IsLine(CaseFieldRules.MostLineCharacters);
            plan.RuleFor(p => p.DueDate).IsDay();
        });
    }
}
