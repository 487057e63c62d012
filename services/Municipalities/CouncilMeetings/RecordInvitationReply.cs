using FluentValidation;
using Regio.Municipalities.Bodies;
using Regio.Municipalities.Persistence;
using Regio.Municipalities.Requests;
using Regio.Municipalities.V1;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Security;

namespace Regio.Municipalities.CouncilMeetings;

/// <summary>Records what a council answered to its invitation.</summary>
internal sealed class RecordInvitationReply(MunicipalitiesDbContext db, Once once)
{
    public Task<RecordInvitationReplyResponse> RunAsync(RecordInvitationReplyRequest request, Caller caller, CancellationToken ct) =>
        once.RunAsync(request, request.RequestId, caller.Subject, (moment, token) => RecordAsync(request, caller, moment, token), ct);

    private async Task<RecordInvitationReplyResponse> RecordAsync(RecordInvitationReplyRequest request, Caller caller, Moment moment, CancellationToken ct)
    {
        var reply = request.Reply;
        caller.EnsureMunicipality(reply.MunicipalityId);
        var meeting = await db.CouncilMeetingToChangeAsync(request.MeetingId, etag: "", ct);
        meeting.Reply(new ReplyFacts(reply.MunicipalityId, reply.People, reply.ReceivedDate.ToDateOnly(), reply.Note.Trim()), moment);
        db.Publish(CouncilMeetingEvents.Changed(meeting, moment.Now), meeting.Id.ToString("D"));
        return new RecordInvitationReplyResponse { Meeting = meeting.ToProto() };
    }
}

internal sealed class RecordInvitationReplyValidator : AbstractValidator<RecordInvitationReplyRequest>
{
    public RecordInvitationReplyValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.MeetingId).IsUuid();
        RuleFor(r => r.Reply).NotNull().ChildRules(reply =>
        {
            reply.RuleFor(r => r.MunicipalityId).IsMunicipalityId();
            reply.RuleFor(r => r.People).InclusiveBetween(1, CouncilMeetingFieldRules.MostPeople).When(r => r.Coming);
            reply.RuleFor(r => r.People).Equal(0).When(r => !r.Coming);
            reply.RuleFor(r => r.ReceivedDate).IsDay();
            reply.RuleFor(r => r.Note).IsLineOrEmpty(BodyFieldRules.MostReferenceCharacters);
        });
    }
}
