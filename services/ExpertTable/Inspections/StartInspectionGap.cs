using FluentValidation;
using Regio.ExpertTable.V1;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Security;

namespace Regio.ExpertTable.Inspections;

/// <summary>The plan for a gap is carried out.</summary>
internal sealed class StartInspectionGap(GapChanges changes)
{
    public Task<StartInspectionGapResponse> RunAsync(StartInspectionGapRequest request, Caller caller, CancellationToken ct) => changes.RunAsync(
        new GapCommand<StartInspectionGapRequest>(request, request.RequestId, request.Id, request.Etag),
        caller,
        (gap, act) => gap.Start(request.StartDate.ToDateOnly(), act),
        gap => new StartInspectionGapResponse { Gap = gap },
        ct);
}

internal sealed class StartInspectionGapValidator : AbstractValidator<StartInspectionGapRequest>
{
    public StartInspectionGapValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.Id).IsUuid();
        RuleFor(r => r.StartDate).IsDay();
    }
}
