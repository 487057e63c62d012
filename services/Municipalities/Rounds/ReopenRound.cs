using FluentValidation;
using Regio.Municipalities.V1;
using Regio.ServiceDefaults.Grpc;

namespace Regio.Municipalities.Rounds;

/// <summary>Starts the next version, by decision of the steering body.</summary>
internal sealed class ReopenRound(RoundChanges rounds)
{
    public Task<ReopenRoundResponse> RunAsync(ReopenRoundRequest request, string caller, CancellationToken ct) => rounds.RunAsync(
        request,
        caller,
        new RoundTarget(request.RequestId, request.Id, request.Etag),
        (round, moment) =>
        {
            round.Reopen(request.Decision.ToDomain(), request.AskViewsAgain, moment.Today, moment.By, moment.Now);
            return new ReopenRoundResponse { Round = round.ToProto() };
        },
        ct);
}

internal sealed class ReopenRoundValidator : AbstractValidator<ReopenRoundRequest>
{
    public ReopenRoundValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.Id).IsUuid();
        RuleFor(r => r.Decision).NotNull();
        RuleFor(r => r.Decision).SetValidator(new SteeringDecisionValidator()).When(r => r.Decision is not null);
    }
}
