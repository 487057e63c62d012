using FluentValidation;
using Regio.Municipalities.Bodies;
using Regio.Municipalities.Persistence;
using Regio.Municipalities.Requests;
using Regio.Municipalities.V1;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Security;

namespace Regio.Municipalities.CouncilMeetings;

/// <summary>Records when the invitation, or the message that replaces or withdraws it, was sent to which clerks.</summary>
internal sealed class RecordInvitationsSent(MunicipalitiesDbContext db, Once once)
{
    public Task<RecordInvitationsSentResponse> RunAsync(RecordInvitationsSentRequest request, Caller caller, CancellationToken ct) =>
        once.RunAsync(request, request.RequestId, caller.Subject, (moment, token) => RecordAsync(request, moment, token), ct);

    private async Task<RecordInvitationsSentResponse> RecordAsync(RecordInvitationsSentRequest request, Moment moment, CancellationToken ct)
    {
        var meeting = await db.CouncilMeetingToChangeAsync(request.MeetingId, etag: "", ct);
        meeting.RecordSent(request.SentDate.ToDateOnly(), [.. request.Sendings.Select(s => (s.MunicipalityId, s.Recipient.Trim()))], moment);
        return new RecordInvitationsSentResponse { Meeting = meeting.ToProto() };
    }
}

internal sealed class RecordInvitationsSentValidator : AbstractValidator<RecordInvitationsSentRequest>
{
    public RecordInvitationsSentValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.MeetingId).IsUuid();
        RuleFor(r => r.SentDate).IsDay();
        RuleFor(r => r.Sendings)
            .Must(all => all.Count is > 0 and <= MunicipalityRequestRules.MostMunicipalities && all.Select(s => s.MunicipalityId).Distinct().Count() == all.Count)
            .WithMessage($"Give 1 to {MunicipalityRequestRules.MostMunicipalities} councils, each once.");
        RuleForEach(r => r.Sendings).ChildRules(sending =>
        {
            sending.RuleFor(s => s.MunicipalityId).IsMunicipalityId();
            sending.RuleFor(s => s.Recipient).IsLine(BodyFieldRules.MostNameCharacters);
        });
    }
}
