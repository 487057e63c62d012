using FluentValidation;
using Regio.Municipalities.V1;
using Regio.ServiceDefaults.Grpc;

namespace Regio.Municipalities.Rounds;

/// <summary>Ends a round without decision, by decision of the steering body.</summary>
internal sealed class WithdrawRound(RoundChanges rounds)
{
    public Task<WithdrawRoundResponse> RunAsync(WithdrawRoundRequest request, string caller, CancellationToken ct) => rounds.RunAsync(
        request,
        caller,
        new RoundTarget(request.RequestId, request.Id, request.Etag),
        (round, moment) =>
        {
            round.Withdraw(request.Decision.ToDomain(), moment.Today, moment.By, moment.Now);
            return new WithdrawRoundResponse { Round = round.ToProto() };
        },
        ct);
}

internal sealed class WithdrawRoundValidator : AbstractValidator<WithdrawRoundRequest>
{
    public WithdrawRoundValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.Id).IsUuid();
        RuleFor(r => r.Decision).NotNull();
        RuleFor(r => r.Decision).SetValidator(new SteeringDecisionValidator()).When(r => r.Decision is not null);
    }
}
