using FluentValidation;
using Regio.Municipalities.Bodies;
using Regio.Municipalities.Persistence;
using Regio.Municipalities.Requests;
using Regio.Municipalities.Rounds;
using Regio.Municipalities.V1;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Security;

namespace Regio.Municipalities.CouncilMeetings;

/// <summary>Answers a question for all councils, or corrects the answer by a next version.</summary>
internal sealed class AnswerQuestion(MunicipalitiesDbContext db, Once once)
{
    public Task<AnswerQuestionResponse> RunAsync(AnswerQuestionRequest request, Caller caller, CancellationToken ct) =>
        once.RunAsync(request, request.RequestId, caller.Subject, (moment, token) => AnswerAsync(request, moment, token), ct);

    private async Task<AnswerQuestionResponse> AnswerAsync(AnswerQuestionRequest request, Moment moment, CancellationToken ct)
    {
        var question = await db.QuestionToChangeAsync(request.QuestionId, request.Etag, ct);
        var facts = new AnswerFacts(request.Text.Trim(), request.AnsweredDate.ToDateOnly(), request.CorrectionReason.Trim());
        question.Answer(Guid.CreateVersion7(moment.Now), facts, moment);
        db.Publish(CouncilMeetingEvents.Changed(question, moment.Now), question.Id.ToString("D"));
        return new AnswerQuestionResponse { Question = question.ToProto(moment.Today) };
    }
}

internal sealed class AnswerQuestionValidator : AbstractValidator<AnswerQuestionRequest>
{
    public AnswerQuestionValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.QuestionId).IsUuid();
        RuleFor(r => r.Text).IsText();
        RuleFor(r => r.AnsweredDate).IsDay();
        RuleFor(r => r.CorrectionReason).IsLineOrEmpty(BodyFieldRules.MostReferenceCharacters);
    }
}
