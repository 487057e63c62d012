using FluentValidation;
using Regio.Municipalities.V1;
using Regio.ServiceDefaults.Grpc;

namespace Regio.Municipalities.Rounds;

/// <summary>Records that the steering body begins a step while a gate is not passed.</summary>
internal sealed class StartAtOwnRisk(RoundChanges rounds)
{
    public Task<StartAtOwnRiskResponse> RunAsync(StartAtOwnRiskRequest request, string caller, CancellationToken ct) => rounds.RunAsync(
        request,
        caller,
        new RoundTarget(request.RequestId, request.Id, request.Etag),
        (round, moment) =>
        {
            round.StartAtOwnRisk(request.Decision.ToDomain(), moment.Today, moment.By, moment.Now);
            return new StartAtOwnRiskResponse { Round = round.ToProto() };
        },
        ct);
}

internal sealed class StartAtOwnRiskValidator : AbstractValidator<StartAtOwnRiskRequest>
{
    public StartAtOwnRiskValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.Id).IsUuid();
        RuleFor(r => r.Decision).NotNull();
        RuleFor(r => r.Decision).SetValidator(new SteeringDecisionValidator()).When(r => r.Decision is not null);
    }
}
