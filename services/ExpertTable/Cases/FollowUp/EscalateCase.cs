using FluentValidation;
using Regio.ExpertTable.Consents;
using Regio.ExpertTable.Texts;
using Regio.ExpertTable.V1;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Security;

namespace Regio.ExpertTable.Cases;

/// <summary>Takes a case that is stuck to a wider table.</summary>
internal sealed class EscalateCase(ConsentFiles consents, SharedTexts texts, CaseChanges changes)
{
    public Task<EscalateCaseResponse> RunAsync(EscalateCaseRequest request, Caller caller, CancellationToken ct) => changes.RunAsync(
        new CaseCommand<EscalateCaseRequest>(request, request.RequestId, request.Id, request.Etag),
        caller,
        async (file, act, token) =>
        {
            file.Escalate(new Escalation(request.Target.ToDomain<EscalationTarget>()!.Value, request.Question, request.CourtOrder?.ToDomain()), act);
            await consents.RequireDisclosureAsync(file, act.Day, token);
            await texts.RequireAsync(file, [new("question", request.Question)], request.OverrideReason, act, token);
        },
        file => new EscalateCaseResponse { Case = file },
        ct);
}

internal sealed class EscalateCaseValidator : AbstractValidator<EscalateCaseRequest>
{
    public EscalateCaseValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.Id).IsUuid();
        RuleFor(r => r.Target).Must(t => t.ToDomain<EscalationTarget>() is not null).WithMessage("Say where to: JENN, PC Noord or 3Noord.");
        RuleFor(r => r.Question).IsText(CaseFieldRules.MostQuestionCharacters);
        RuleFor(r => r.OverrideReason).IsTextOrEmpty(CaseFieldRules.MostQuestionCharacters);
        When(r => r.CourtOrder is not null, () =>
        {
            RuleFor(r => r.CourtOrder.Reference).IsLine(CaseFieldRules.MostLineCharacters);
            RuleFor(r => r.CourtOrder.Date).IsDay();
        });
    }
}
