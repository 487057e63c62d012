using FluentValidation;
using Regio.ExpertTable.Cases;
using Regio.ExpertTable.V1;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Persistence;
using Regio.ServiceDefaults.Security;

namespace Regio.ExpertTable.Sittings;

/// <summary>Invites somebody, who sees the cases of the sitting from then on.</summary>
internal sealed class InviteParticipant(SittingFiles sittings, CaseChanges changes)
{
    public Task<InviteParticipantResponse> RunAsync(InviteParticipantRequest request, Caller caller, CancellationToken ct) =>
        changes.RunOnceAsync(
            request.RequestId,
            request,
            caller,
            async token =>
            {
                var sitting = await sittings.FindToChangeAsync(caller, request.Id, token);
                Etag.Require(request.Etag, sitting.Version);
                sitting.Invite(request.Participant.ToDomain(), changes.Now(caller));
                return new InviteParticipantResponse { Sitting = sitting.ToProto() };
            },
            ct);
}

internal sealed class InviteParticipantValidator : AbstractValidator<InviteParticipantRequest>
{
    public InviteParticipantValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.Id).IsUuid();
        RuleFor(r => r.Participant).NotNull().WithMessage("Say who is invited.");
        RuleFor(r => r.Participant).SetValidator(new ParticipantValidator()).When(r => r.Participant is not null);
    }
}
