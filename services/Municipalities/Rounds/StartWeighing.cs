using FluentValidation;
using Regio.Municipalities.V1;
using Regio.ServiceDefaults.Grpc;

namespace Regio.Municipalities.Rounds;

/// <summary>Begins the weighing of the remarks.</summary>
internal sealed class StartWeighing(RoundChanges rounds)
{
    public Task<StartWeighingResponse> RunAsync(StartWeighingRequest request, string caller, CancellationToken ct) => rounds.RunAsync(
        request,
        caller,
        new RoundTarget(request.RequestId, request.Id, request.Etag),
        (round, moment) =>
        {
            round.StartWeighing();
            return new StartWeighingResponse { Round = round.ToProto() };
        },
        ct);
}

internal sealed class StartWeighingValidator : AbstractValidator<StartWeighingRequest>
{
    public StartWeighingValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.Id).IsUuid();
    }
}
