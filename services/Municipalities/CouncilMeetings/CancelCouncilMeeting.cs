using FluentValidation;
using Regio.Municipalities.Bodies;
using Regio.Municipalities.Persistence;
using Regio.Municipalities.Requests;
using Regio.Municipalities.V1;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Security;

namespace Regio.Municipalities.CouncilMeetings;

/// <summary>Cancels a planned meeting.</summary>
internal sealed class CancelCouncilMeeting(MunicipalitiesDbContext db, Once once)
{
    public Task<CancelCouncilMeetingResponse> RunAsync(CancelCouncilMeetingRequest request, Caller caller, CancellationToken ct) =>
        once.RunAsync(request, request.RequestId, caller.Subject, (moment, token) => CancelAsync(request, moment, token), ct);

    private async Task<CancelCouncilMeetingResponse> CancelAsync(CancelCouncilMeetingRequest request, Moment moment, CancellationToken ct)
    {
        var meeting = await db.CouncilMeetingToChangeAsync(request.MeetingId, request.Etag, ct);
        meeting.Cancel(request.Reason.Trim());
        db.Publish(CouncilMeetingEvents.Changed(meeting, moment.Now), meeting.Id.ToString("D"));
        return new CancelCouncilMeetingResponse { Meeting = meeting.ToProto() };
    }
}

internal sealed class CancelCouncilMeetingValidator : AbstractValidator<CancelCouncilMeetingRequest>
{
    public CancelCouncilMeetingValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.MeetingId).IsUuid();
        RuleFor(r => r.Reason).IsLine(BodyFieldRules.MostReferenceCharacters);
    }
}
