using FluentValidation;
using Regio.ExpertTable.V1;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Security;

namespace Regio.ExpertTable.Cases;

/// <summary>Accepts a case for the table, or returns it to somebody who takes it up.</summary>
internal sealed class TriageCase(CaseChanges changes)
{
    public Task<TriageCaseResponse> RunAsync(TriageCaseRequest request, Caller caller, CancellationToken ct) => changes.RunAsync(
        new CaseCommand<TriageCaseRequest>(nameof(TriageCase), request, request.RequestId, request.Id, request.Etag),
        caller,
        (file, act) =>
        {
            if (request.Accept)
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
        RuleFor(r => r.CaseReturn).Null().When(r => r.Accept).WithMessage("A case that is accepted is not returned.");
        When(r => r.CaseReturn is not null, () =>
        {
            RuleFor(r => r.CaseReturn.Receiver).IsLineOrEmpty(CaseFieldRules.MostLineCharacters);
            RuleFor(r => r.CaseReturn.NextStep).IsTextOrEmpty(CaseFieldRules.MostQuestionCharacters);
        });
    }
}
