using FluentValidation;
using Regio.ExpertTable.V1;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Security;

namespace Regio.ExpertTable.Cases;

/// <summary>Accepts a case for the table, or returns it to somebody who takes it up.</summary>
internal sealed class TriageCase(CaseChanges changes)
{
    public Task<TriageCaseResponse> RunAsync(TriageCaseRequest request, Caller caller, CancellationToken ct) => changes.RunAsync(
        new CaseCommand<TriageCaseRequest>(request, request.RequestId, request.Id, request.Etag),
        caller,
        (file, act) =>
        {
            if (request.Waiver.ToDomain<TriageWaiver>() is { } ground)
                file.WaiveTriage(ground, act);
            else if (request.Accept)
                file.Accept(act);
            else
                file.ReturnTo(request.CaseReturn?.Receiver.Trim() ?? "", request.CaseReturn?.NextStep.Trim() ?? "", act);
        },
        file => new TriageCaseResponse { Case = file },
        ct);
}

internal sealed class TriageCaseValidator : AbstractValidator<TriageCaseRequest>
{
    public TriageCaseValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.Id).IsUuid();
        RuleFor(r => r.Waiver)
            .Must(w => w is V1.TriageWaiver.Unspecified or V1.TriageWaiver.Crisis or V1.TriageWaiver.Transfer)
            .WithMessage("Triage is left out by this rpc for a crisis or a transfer; a breakthrough, a return and a re-opening have rpcs of their own.");
        RuleFor(r => r.Waiver).Equal(V1.TriageWaiver.Unspecified).When(r => !r.Accept).WithMessage("A case that is returned had its triage.");
        RuleFor(r => r.CaseReturn).Null().When(r => r.Accept).WithMessage("A case that is accepted is not returned.");
        When(r => r.CaseReturn is not null, () =>
        {
            RuleFor(r => r.CaseReturn.Receiver).IsLineOrEmpty(CaseFieldRules.MostLineCharacters);
            RuleFor(r => r.CaseReturn.NextStep).IsTextOrEmpty(CaseFieldRules.MostQuestionCharacters);
        });
    }
}
