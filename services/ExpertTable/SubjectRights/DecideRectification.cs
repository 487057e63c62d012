using FluentValidation;
using Regio.ExpertTable.Cases;
using Regio.ExpertTable.V1;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Security;

namespace Regio.ExpertTable.SubjectRights;

/// <summary>What comes of a request, and who has to be told because they were given what is corrected.</summary>
internal sealed class DecideRectification(CaseChanges changes, CaseFiles files, RectificationFiles rectifications)
{
    public Task<DecideRectificationResponse> RunAsync(DecideRectificationRequest request, Caller caller, CancellationToken ct)
    {
        Rectification? asked = null;
        IReadOnlyList<Cases.EscalationTarget> recipients = [];
        return changes.RunAsync(
            new CaseCommand<DecideRectificationRequest>(request, request.RequestId, request.Id, request.Etag) { Scope = CaseScope.OfKeeper(caller) },
            caller,
            async (file, act, token) =>
            {
                asked = await rectifications.FindAsync(file, request.RectificationId, token);
                var outcome = request.Outcome.ToDomain<RectificationState>()!.Value;
                file.DecideRectification(asked, new RectificationDecision(outcome, request.Correction, request.Statement, request.Motivation), act);
                if (outcome == RectificationState.Corrected)
                    recipients = new CaseRectifications(await files.EntriesAsync(file.Id, token)).GivenTo(asked.Entry);
            },
            file => new DecideRectificationResponse
            {
                Case = file,
                Rectification = asked!.ToProto(),
                RecipientsToTell = { recipients.Select(recipient => recipient.ToProto<DisclosureRecipient>()) },
            },
            ct);
    }
}

internal sealed class DecideRectificationValidator : AbstractValidator<DecideRectificationRequest>
{
    public DecideRectificationValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.Id).IsUuid();
        RuleFor(r => r.RectificationId).IsUuid();
        RuleFor(r => r.Outcome)
            .Must(o => o.ToDomain<RectificationState>() is not (null or RectificationState.Open))
            .WithMessage("Say what comes of it: corrected, statement attached, refused or withdrawn.");
        RuleFor(r => r.Correction).IsTextOrEmpty(CaseFieldRules.MostQuestionCharacters);
        RuleFor(r => r.Correction).Empty().When(r => r.Outcome != V1.RectificationState.Corrected).WithMessage("Only what is corrected has a correction.");
        RuleFor(r => r.Statement).IsTextOrEmpty(CaseFieldRules.MostQuestionCharacters);
        RuleFor(r => r.Statement).Empty()
            .When(r => r.Outcome is not (V1.RectificationState.Corrected or V1.RectificationState.StatementAttached))
            .WithMessage("A statement is attached to what is corrected in part or not at all.");
        RuleFor(r => r.Motivation).IsTextOrEmpty(CaseFieldRules.MostQuestionCharacters);
    }
}
