using FluentValidation;
using Regio.Municipalities.Bodies;
using Regio.Municipalities.Persistence;
using Regio.Municipalities.Requests;
using Regio.Municipalities.V1;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Security;

namespace Regio.Municipalities.CouncilMeetings;

/// <summary>Moves a planned meeting to another day; its invitations are replaced.</summary>
internal sealed class MoveCouncilMeeting(MunicipalitiesDbContext db, RegisterCache register, Once once)
{
    public Task<MoveCouncilMeetingResponse> RunAsync(MoveCouncilMeetingRequest request, Caller caller, CancellationToken ct) =>
        once.RunAsync(request, request.RequestId, caller.Subject, (moment, token) => MoveAsync(request, moment, token), ct);

    private async Task<MoveCouncilMeetingResponse> MoveAsync(MoveCouncilMeetingRequest request, Moment moment, CancellationToken ct)
    {
        var snapshot = await register.GetAsync(ct);
        var meeting = await db.CouncilMeetingToChangeAsync(request.MeetingId, request.Etag, ct);
        var facts = new MoveFacts(request.PlannedDate.ToDateOnly(), request.ReplyDueDate.ToDateOnly(), request.Reason.Trim());
        meeting.Move(facts, snapshot.MembersOn(meeting.RegionId, facts.PlannedOn), moment);
        db.Publish(CouncilMeetingEvents.Changed(meeting, moment.Now), meeting.Id.ToString("D"));
        return new MoveCouncilMeetingResponse { Meeting = meeting.ToProto() };
    }
}

internal sealed class MoveCouncilMeetingValidator : AbstractValidator<MoveCouncilMeetingRequest>
{
    public MoveCouncilMeetingValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.MeetingId).IsUuid();
        RuleFor(r => r.PlannedDate).IsDay();
        RuleFor(r => r.ReplyDueDate).IsDay();
        RuleFor(r => r.ReplyDueDate).IsNotAfter(r => r.PlannedDate);
        RuleFor(r => r.Reason).IsLine(BodyFieldRules.MostReferenceCharacters);
    }
}
