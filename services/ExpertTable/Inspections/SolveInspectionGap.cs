using FluentValidation;
using Regio.ExpertTable.V1;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Security;

namespace Regio.ExpertTable.Inspections;

/// <summary>The region holds a gap to be solved.</summary>
internal sealed class SolveInspectionGap(GapChanges changes)
{
    public Task<SolveInspectionGapResponse> RunAsync(SolveInspectionGapRequest request, Caller caller, CancellationToken ct) => changes.RunAsync(
        new GapCommand<SolveInspectionGapRequest>(request, request.RequestId, request.Id, request.Etag),
        caller,
        (gap, act) => gap.Solve(request.SolvedDate.ToDateOnly(), act),
        gap => new SolveInspectionGapResponse { Gap = gap },
        ct);
}

internal sealed class SolveInspectionGapValidator : AbstractValidator<SolveInspectionGapRequest>
{
    public SolveInspectionGapValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.Id).IsUuid();
        RuleFor(r => r.SolvedDate).IsDay();
    }
}
