using FluentValidation;
using Regio.ExpertTable.Cases;
using Regio.ExpertTable.Persistence;
using Regio.ExpertTable.V1;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Security;

namespace Regio.ExpertTable.Learning;

/// <summary>Puts a meeting on the learning calendar.</summary>
internal sealed class PlanLearningMeeting(ExpertTableDbContext db, CaseChanges changes)
{
    public Task<PlanLearningMeetingResponse> RunAsync(PlanLearningMeetingRequest request, Caller caller, CancellationToken ct) => changes.RunOnceAsync(
        request.RequestId,
        request,
        caller,
        _ =>
        {
            var meeting = LearningMeeting.Plan(
                Guid.CreateVersion7(changes.Now(caller).At), request.Kind.ToDomain<LearningKind>()!.Value, request.MeetingDate.ToDateOnly(), request.Subject.Trim());
            db.Add(meeting);
            return Task.FromResult(new PlanLearningMeetingResponse { Meeting = meeting.ToProto() });
        },
        ct);
}

internal sealed class PlanLearningMeetingValidator : AbstractValidator<PlanLearningMeetingRequest>
{
    public PlanLearningMeetingValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.Kind).Must(k => k.ToDomain<LearningKind>() is not null).WithMessage("Say what it is: intervision, knowledge café or training.");
        RuleFor(r => r.MeetingDate).IsDay();
        RuleFor(r => r.Subject).IsLine(CaseFieldRules.MostLineCharacters);
    }
}
