using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Regio.ExpertTable.Cases;
using Regio.ExpertTable.Persistence;
using Regio.ExpertTable.V1;
using Regio.ServiceDefaults.Errors;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Persistence;
using Regio.ServiceDefaults.Security;

namespace Regio.ExpertTable.Learning;

/// <summary>A meeting was held: how many came, and how long it took.</summary>
internal sealed class RecordLearningMeeting(ExpertTableDbContext db, CaseChanges changes)
{
    public Task<RecordLearningMeetingResponse> RunAsync(RecordLearningMeetingRequest request, Caller caller, CancellationToken ct) => changes.RunOnceAsync(
        request.RequestId,
        request,
        caller,
        async token =>
        {
            var id = Guid.ParseExact(request.Id, "D");
            var meeting = await db.Set<LearningMeeting>().SingleOrDefaultAsync(m => m.Id == id, token) ?? throw new DomainException(LearningRules.Unknown, "id");
            Etag.Require(request.Etag, meeting.Version);
            meeting.Hold(request.ParticipantCount, request.OrganisationCount, request.Minutes, changes.Now(caller));
            return new RecordLearningMeetingResponse { Meeting = meeting.ToProto() };
        },
        ct);
}

internal sealed class RecordLearningMeetingValidator : AbstractValidator<RecordLearningMeetingRequest>
{
    private const int MostParticipants = 1000;
    private const int MostMinutes = 24 * 60;

    public RecordLearningMeetingValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.Id).IsUuid();
        RuleFor(r => r.ParticipantCount).InclusiveBetween(1, MostParticipants);
        RuleFor(r => r.OrganisationCount).GreaterThanOrEqualTo(1);
        RuleFor(r => r.OrganisationCount).Must((r, count) => count <= r.ParticipantCount).WithMessage("No more organisations than people came.");
        RuleFor(r => r.Minutes).InclusiveBetween(1, MostMinutes);
    }
}
