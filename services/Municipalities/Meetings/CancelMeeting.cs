using FluentValidation;
using Regio.Municipalities.Bodies;
using Regio.Municipalities.Persistence;
using Regio.Municipalities.Requests;
using Regio.Municipalities.V1;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Security;

namespace Regio.Municipalities.Meetings;

/// <summary>Cancels a planned meeting.</summary>
internal sealed class CancelMeeting(MunicipalitiesDbContext db, Once once)
{
    public Task<CancelMeetingResponse> RunAsync(CancelMeetingRequest request, Caller caller, CancellationToken ct) =>
        once.RunAsync(request, request.RequestId, caller.Subject, (moment, token) => CancelAsync(request, moment, token), ct);

    private async Task<CancelMeetingResponse> CancelAsync(CancelMeetingRequest request, Moment moment, CancellationToken ct)
    {
        var meeting = await db.MeetingToChangeAsync(request.MeetingId, request.Etag, ct);
        meeting.Cancel(request.Reason.Trim());
        db.Publish(MeetingEvents.Changed(meeting, moment.Now), meeting.Id.ToString("D"));
        return new CancelMeetingResponse { Meeting = meeting.ToProto() };
    }
}

internal sealed class CancelMeetingValidator : AbstractValidator<CancelMeetingRequest>
{
    public CancelMeetingValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.MeetingId).IsUuid();
        RuleFor(r => r.Reason).IsLine(BodyFieldRules.MostReferenceCharacters);
    }
}
