using FluentValidation;
using Regio.ExpertTable.Cases;
using Regio.ExpertTable.V1;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Security;

namespace Regio.ExpertTable.Retention;

/// <summary>Ends a legal hold.</summary>
internal sealed class LiftLegalHold(CaseChanges changes)
{
    public Task<LiftLegalHoldResponse> RunAsync(LiftLegalHoldRequest request, Caller caller, CancellationToken ct) => changes.RunAsync(
        new CaseCommand<LiftLegalHoldRequest>(request, request.RequestId, request.Id, request.Etag) { Scope = CaseScope.OfKeeper(caller) },
        caller,
        (file, act) => file.LiftLegalHold(request.Reason, act),
        file => new LiftLegalHoldResponse { Case = file },
        ct);
}

internal sealed class LiftLegalHoldValidator : AbstractValidator<LiftLegalHoldRequest>
{
    public LiftLegalHoldValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.Id).IsUuid();
        RuleFor(r => r.Reason).IsText(CaseFieldRules.MostQuestionCharacters);
    }
}
