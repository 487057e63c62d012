using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Regio.Municipalities.Bodies;
using Regio.Municipalities.Persistence;
using Regio.Municipalities.Requests;
using Regio.Municipalities.Rounds;
using Regio.Municipalities.V1;
using Regio.ServiceDefaults.Errors;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Security;

namespace Regio.Municipalities.CouncilMeetings;

/// <summary>Plans a meeting and invites every council of the region.</summary>
internal sealed class PlanCouncilMeeting(MunicipalitiesDbContext db, RegisterCache register, Once once)
{
    public Task<PlanCouncilMeetingResponse> RunAsync(PlanCouncilMeetingRequest request, Caller caller, CancellationToken ct) =>
        once.RunAsync(request, request.RequestId, caller.Subject, (moment, token) => PlanAsync(request.Meeting, moment, token), ct);

    private async Task<PlanCouncilMeetingResponse> PlanAsync(V1.CouncilMeeting wanted, Moment moment, CancellationToken ct)
    {
        var snapshot = await register.GetAsync(ct);
        snapshot.RequireRegion(wanted.RegionId, "meeting.region_id");
        var facts = new CouncilMeetingFacts
        {
            RegionId = wanted.RegionId,
            Subject = wanted.Subject.Trim(),
            Programme = wanted.Programme.Trim(),
            Place = wanted.Place.Trim(),
            PlannedOn = wanted.PlannedDate.ToDateOnly(),
            ReplyDueOn = wanted.ReplyDueDate.ToDateOnly(),
            RoundId = wanted.RoundId.Length > 0 ? Guid.ParseExact(wanted.RoundId, "D") : null,
        };
        if (facts.RoundId is { } round && !await db.Set<Rounds.Round>().AnyAsync(r => r.Id == round, ct))
            throw new DomainException(RoundRules.Unknown, "meeting.round_id");
        var meeting = CouncilMeeting.Plan(Guid.CreateVersion7(moment.Now), facts, snapshot.MembersOn(facts.RegionId, facts.PlannedOn));
        db.Add(meeting);
        db.Publish(CouncilMeetingEvents.Changed(meeting, moment.Now), meeting.Id.ToString("D"));
        return new PlanCouncilMeetingResponse { Meeting = meeting.ToProto() };
    }
}

internal sealed class PlanCouncilMeetingValidator : AbstractValidator<PlanCouncilMeetingRequest>
{
    public PlanCouncilMeetingValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.Meeting).NotNull().ChildRules(meeting =>
        {
            meeting.RuleFor(m => m.RegionId).NotEmpty().IsRegionIdOrEmpty();
            meeting.RuleFor(m => m.Subject).IsSubject();
            meeting.RuleFor(m => m.Programme).IsText().When(m => m.Programme.Length > 0);
            meeting.RuleFor(m => m.Place).IsLineOrEmpty(BodyFieldRules.MostNameCharacters);
            meeting.RuleFor(m => m.PlannedDate).IsDay();
            meeting.RuleFor(m => m.ReplyDueDate).IsDay();
            meeting.RuleFor(m => m.ReplyDueDate).IsNotAfter(m => m.PlannedDate);
            meeting.RuleFor(m => m.RoundId).IsUuid().When(m => m.RoundId.Length > 0);
        });
    }
}
