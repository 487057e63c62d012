using FluentValidation;
using Regio.Municipalities.Persistence;
using Regio.Municipalities.V1;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Time;

namespace Regio.Municipalities.CouncilMeetings;

/// <summary>The invitation of one council, as a mail to its clerk and a calendar file.</summary>
internal sealed class GetInvitation(MunicipalitiesDbContext db, RegisterCache register, TimeProvider time)
{
    public async Task<GetInvitationResponse> RunAsync(GetInvitationRequest request, CancellationToken ct)
    {
        var meeting = await db.CouncilMeetingToReadAsync(request.MeetingId, "meeting_id", ct);
        meeting.Invitation(request.MunicipalityId, "municipality_id");
        var municipality = (await register.GetAsync(ct)).Municipality(request.MunicipalityId, "municipality_id").Name;
        var text = InvitationText.Of(meeting, municipality, meeting.ReplyOf(request.MunicipalityId), time.DutchToday());
        return new GetInvitationResponse { MailSubject = text.Subject, MailText = text.Body, Calendar = InvitationCalendar.Of(meeting) };
    }
}

internal sealed class GetInvitationValidator : AbstractValidator<GetInvitationRequest>
{
    public GetInvitationValidator()
    {
        RuleFor(r => r.MeetingId).IsUuid();
        RuleFor(r => r.MunicipalityId).IsMunicipalityId();
    }
}
