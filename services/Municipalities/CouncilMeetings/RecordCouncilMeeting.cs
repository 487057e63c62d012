using FluentValidation;
using Regio.Municipalities.Persistence;
using Regio.Municipalities.Requests;
using Regio.Municipalities.V1;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Security;

namespace Regio.Municipalities.CouncilMeetings;

/// <summary>Records that a meeting was held, and who came.</summary>
internal sealed class RecordCouncilMeeting(MunicipalitiesDbContext db, Once once)
{
    public Task<RecordCouncilMeetingResponse> RunAsync(RecordCouncilMeetingRequest request, Caller caller, CancellationToken ct) =>
        once.RunAsync(request, request.RequestId, caller.Subject, (moment, token) => RecordAsync(request, moment, token), ct);

    private async Task<RecordCouncilMeetingResponse> RecordAsync(RecordCouncilMeetingRequest request, Moment moment, CancellationToken ct)
    {
        var meeting = await db.CouncilMeetingToChangeAsync(request.MeetingId, request.Etag, ct);
        meeting.Hold(request.HeldDate.ToDateOnly(), [.. request.Attendances.Select(a => (a.MunicipalityId, a.People))], moment.Today);
        db.Publish(CouncilMeetingEvents.Changed(meeting, moment.Now), meeting.Id.ToString("D"));
        return new RecordCouncilMeetingResponse { Meeting = meeting.ToProto() };
    }
}

internal sealed class RecordCouncilMeetingValidator : AbstractValidator<RecordCouncilMeetingRequest>
{
    public RecordCouncilMeetingValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.MeetingId).IsUuid();
        RuleFor(r => r.HeldDate).IsDay();
        RuleFor(r => r.Attendances)
            .Must(all => all.Count <= MunicipalityRequestRules.MostMunicipalities && all.Select(a => a.MunicipalityId).Distinct().Count() == all.Count)
            .WithMessage($"Give at most {MunicipalityRequestRules.MostMunicipalities} councils, each once.");
        RuleForEach(r => r.Attendances).ChildRules(attendance =>
        {
            attendance.RuleFor(a => a.MunicipalityId).IsMunicipalityId();
            attendance.RuleFor(a => a.People).InclusiveBetween(1, CouncilMeetingFieldRules.MostPeople);
        });
    }
}
