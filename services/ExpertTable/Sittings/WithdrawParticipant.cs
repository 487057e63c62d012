using FluentValidation;
using Regio.ExpertTable.Cases;
using Regio.ExpertTable.V1;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Persistence;
using Regio.ServiceDefaults.Security;

namespace Regio.ExpertTable.Sittings;

/// <summary>Takes an invitation back; from then on the cases do not exist for who had it.</summary>
internal sealed class WithdrawParticipant(SittingFiles sittings, CaseChanges changes)
{
    public Task<WithdrawParticipantResponse> RunAsync(WithdrawParticipantRequest request, Caller caller, CancellationToken ct) =>
        changes.RunOnceAsync(
            request.RequestId,
            request,
            caller,
            async token =>
            {
                var sitting = await sittings.FindToChangeAsync(caller, request.Id, token);
                Etag.Require(request.Etag, sitting.Version);
                sitting.Withdraw(request.Subject.Trim(), changes.Now(caller));
                return new WithdrawParticipantResponse { Sitting = sitting.ToProto() };
            },
            ct);
}

internal sealed class WithdrawParticipantValidator : AbstractValidator<WithdrawParticipantRequest>
{
    public WithdrawParticipantValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.Id).IsUuid();
        RuleFor(r => r.Subject).IsLine(CaseFieldRules.MostLineCharacters);
    }
}
