using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Regio.Municipalities.Persistence;
using Regio.Municipalities.Requests;
using Regio.Municipalities.Rounds;
using Regio.Municipalities.V1;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Security;

namespace Regio.Municipalities.CouncilMeetings;

/// <summary>Puts a question of a council into the bank.</summary>
internal sealed class AskQuestion(MunicipalitiesDbContext db, RegisterCache register, Once once)
{
    public Task<AskQuestionResponse> RunAsync(AskQuestionRequest request, Caller caller, CancellationToken ct) =>
        once.RunAsync(request, request.RequestId, caller.Subject, (moment, token) => AskAsync(request, caller, moment, token), ct);

    private async Task<AskQuestionResponse> AskAsync(AskQuestionRequest request, Caller caller, Moment moment, CancellationToken ct)
    {
        caller.EnsureMunicipality(request.MunicipalityId);
        var (asked, snapshot) = (request.Question, await register.GetAsync(ct));
        snapshot.RequireRegion(asked.RegionId, "question.region_id");
        snapshot.Municipality(request.MunicipalityId, "municipality_id");
        var facts = new QuestionFacts
        {
            RegionId = asked.RegionId,
            MeetingId = asked.MeetingId.Length > 0 ? Guid.ParseExact(asked.MeetingId, "D") : null,
            Subject = asked.Subject.Trim(),
            Text = asked.Text.Trim(),
            DueOn = asked.DueDate.ToDateOnly(),
            MunicipalityId = request.MunicipalityId,
            AskedOn = request.AskedDate.ToDateOnly(),
        };
        if (facts.MeetingId is { } meeting && !await db.Set<CouncilMeeting>().AnyAsync(m => m.Id == meeting && m.RegionId == facts.RegionId, ct))
            throw StoredCouncilMeetings.MeetingUnknown("question.meeting_id");
        var question = CouncilQuestion.Ask(Guid.CreateVersion7(moment.Now), facts, moment.Today);
        db.Add(question);
        db.Publish(CouncilMeetingEvents.Changed(question, moment.Now), question.Id.ToString("D"));
        return new AskQuestionResponse { Question = question.ToProto(moment.Today) };
    }
}

internal sealed class AskQuestionValidator : AbstractValidator<AskQuestionRequest>
{
    public AskQuestionValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.Question).NotNull().ChildRules(question =>
        {
            question.RuleFor(q => q.RegionId).NotEmpty().IsRegionIdOrEmpty();
            question.RuleFor(q => q.MeetingId).IsUuid().When(q => q.MeetingId.Length > 0);
            question.RuleFor(q => q.Subject).IsSubject();
            question.RuleFor(q => q.Text).IsText();
            question.RuleFor(q => q.DueDate).IsDay();
        });
        RuleFor(r => r.MunicipalityId).IsMunicipalityId();
        RuleFor(r => r.AskedDate).IsDay();
    }
}
