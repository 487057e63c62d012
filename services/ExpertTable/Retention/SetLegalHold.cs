using FluentValidation;
using Regio.ExpertTable.Cases;
using Regio.ExpertTable.V1;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Security;

namespace Regio.ExpertTable.Retention;

/// <summary>Keeps a file from being destroyed.</summary>
internal sealed class SetLegalHold(CaseChanges changes)
{
    public Task<SetLegalHoldResponse> RunAsync(SetLegalHoldRequest request, Caller caller, CancellationToken ct) => changes.RunAsync(
        new CaseCommand<SetLegalHoldRequest>(request, request.RequestId, request.Id, request.Etag) { Scope = CaseScope.OfKeeper(caller) },
        caller,
        (file, act) => file.SetLegalHold(request.Reason, act),
        file => new SetLegalHoldResponse { Case = file },
        ct);
}

internal sealed class SetLegalHoldValidator : AbstractValidator<SetLegalHoldRequest>
{
    public SetLegalHoldValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.Id).IsUuid();
        RuleFor(r => r.Reason).IsText(CaseFieldRules.MostQuestionCharacters);
    }
}
