using FluentValidation;
using Regio.Municipalities.Bodies;
using Regio.Municipalities.Persistence;
using Regio.Municipalities.Requests;
using Regio.Municipalities.V1;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Security;

namespace Regio.Municipalities.Meetings;

/// <summary>Plans a meeting of a body.</summary>
internal sealed class PlanMeeting(MunicipalitiesDbContext db, Once once)
{
    public Task<PlanMeetingResponse> RunAsync(PlanMeetingRequest request, Caller caller, CancellationToken ct) =>
        once.RunAsync(request, request.RequestId, caller.Subject, (moment, token) => PlanAsync(request.Meeting, moment, token), ct);

    private async Task<PlanMeetingResponse> PlanAsync(V1.Meeting wanted, Moment moment, CancellationToken ct)
    {
        var body = await db.BodyToReadAsync(wanted.BodyId, "meeting.body_id", ct);
        var meeting = Meeting.Plan(Guid.CreateVersion7(moment.Now), body, wanted.PlannedDate.ToDateOnly(), wanted.Place.Trim());
        db.Add(meeting);
        db.Publish(MeetingEvents.Changed(meeting, moment.Now), meeting.Id.ToString("D"));
        return new PlanMeetingResponse { Meeting = meeting.ToProto() };
    }
}

internal sealed class PlanMeetingValidator : AbstractValidator<PlanMeetingRequest>
{
    public PlanMeetingValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.Meeting).NotNull().ChildRules(meeting =>
        {
            meeting.RuleFor(m => m.BodyId).IsRegionBodyId();
            meeting.RuleFor(m => m.PlannedDate).IsDay();
            meeting.RuleFor(m => m.Place).IsLineOrEmpty(BodyFieldRules.MostNameCharacters);
        });
    }
}
