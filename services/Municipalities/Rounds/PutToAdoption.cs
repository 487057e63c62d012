using FluentValidation;
using Regio.Municipalities.V1;
using Regio.ServiceDefaults.Grpc;

namespace Regio.Municipalities.Rounds;

/// <summary>Asks the bodies of the steps for their decisions.</summary>
internal sealed class PutToAdoption(RoundChanges rounds)
{
    public Task<PutToAdoptionResponse> RunAsync(PutToAdoptionRequest request, string caller, CancellationToken ct) => rounds.RunAsync(
        request,
        caller,
        new RoundTarget(request.RequestId, request.Id, request.Etag),
        (round, moment) =>
        {
            round.PutToAdoption(request.DueDate.ToDateOnly());
            return new PutToAdoptionResponse { Round = round.ToProto() };
        },
        ct);
}

internal sealed class PutToAdoptionValidator : AbstractValidator<PutToAdoptionRequest>
{
    public PutToAdoptionValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.Id).IsUuid();
        RuleFor(r => r.DueDate).IsDay();
    }
}
