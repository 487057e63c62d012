using FluentValidation;
using Regio.Municipalities.Bodies;
using Regio.Municipalities.Persistence;
using Regio.Municipalities.Requests;
using Regio.Municipalities.V1;
using Regio.ServiceDefaults.Facts;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Security;

namespace Regio.Municipalities.Meetings;

/// <summary>Records that a meeting was held and from which seats it was attended.</summary>
internal sealed class RecordMeeting(MunicipalitiesDbContext db, Once once)
{
    public Task<RecordMeetingResponse> RunAsync(RecordMeetingRequest request, Caller caller, CancellationToken ct) =>
        once.RunAsync(request, request.RequestId, caller.Subject, (moment, token) => RecordAsync(request, moment, token), ct);

    private async Task<RecordMeetingResponse> RecordAsync(RecordMeetingRequest request, Moment moment, CancellationToken ct)
    {
        var held = request.HeldDate.ToDateOnly();
        RecordedFact.RefuseFuture(held, moment.Today, "held_date");
        var meeting = await db.MeetingToChangeAsync(request.MeetingId, request.Etag, ct);
        meeting.Hold(await db.BodyToReadAsync(meeting.BodyId, "body_id", ct), held, request.PresentSeats);
        db.Publish(MeetingEvents.Changed(meeting, moment.Now), meeting.Id.ToString("D"));
        return new RecordMeetingResponse { Meeting = meeting.ToProto() };
    }
}

internal sealed class RecordMeetingValidator : AbstractValidator<RecordMeetingRequest>
{
    public RecordMeetingValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.MeetingId).IsUuid();
        RuleFor(r => r.HeldDate).IsDay();
        RuleFor(r => r.PresentSeats).Must(seats => seats.Count <= BodyFieldRules.MostSeats && seats.Distinct().Count() == seats.Count)
            .WithMessage($"Name each seat once, and at most {BodyFieldRules.MostSeats}.");
    }
}
