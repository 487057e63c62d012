using FluentValidation;
using Regio.ExpertTable.Cases;
using Regio.ExpertTable.Persistence;
using Regio.ExpertTable.V1;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Security;

namespace Regio.ExpertTable.Sittings;

/// <summary>Plans a sitting. The database refuses another with the same label on the same day.</summary>
internal sealed class PlanSitting(ExpertTableDbContext db, CaseChanges changes)
{
    public Task<PlanSittingResponse> RunAsync(PlanSittingRequest request, Caller caller, CancellationToken ct)
    {
        SittingFiles.RequireWholeTable(caller);
        return changes.RunOnceAsync(
            request.RequestId,
            request,
            caller,
            _ =>
            {
                var act = changes.Now(caller);
                var planned = Sitting.Plan(
                    Guid.CreateVersion7(act.At), request.SittingDate.ToDateOnly(), request.Label.Trim(), request.Participants.Select(p => p.ToDomain()), act);
                db.Add(planned);
                return Task.FromResult(new PlanSittingResponse { Sitting = planned.ToProto() });
            },
            ct);
    }
}

internal sealed class PlanSittingValidator : AbstractValidator<PlanSittingRequest>
{
    private const int MostParticipants = 50;

    public PlanSittingValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.SittingDate).IsDay();
        RuleFor(r => r.Label).IsLineOrEmpty(CaseFieldRules.MostLineCharacters);
        RuleFor(r => r.Participants).Must(p => p.Count <= MostParticipants).WithMessage($"Invite at most {MostParticipants}.");
        RuleForEach(r => r.Participants).SetValidator(new ParticipantValidator());
    }
}
