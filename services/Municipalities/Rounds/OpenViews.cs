using FluentValidation;
using Regio.Municipalities.V1;
using Regio.ServiceDefaults.Grpc;

namespace Regio.Municipalities.Rounds;

/// <summary>Asks the bodies of the policy for their formal views on a concept.</summary>
internal sealed class OpenViews(RoundChanges rounds)
{
    public Task<OpenViewsResponse> RunAsync(OpenViewsRequest request, string caller, CancellationToken ct) => rounds.RunAsync(
        request,
        caller,
        new RoundTarget(request.RequestId, request.Id, request.Etag),
        (round, moment) =>
        {
            round.OpenViews(request.ContentHash, request.DueDate.ToDateOnly(), moment.Today);
            return new OpenViewsResponse { Round = round.ToProto() };
        },
        ct);
}

internal sealed class OpenViewsValidator : AbstractValidator<OpenViewsRequest>
{
    public OpenViewsValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.Id).IsUuid();
        RuleFor(r => r.ContentHash).IsContentHash();
        RuleFor(r => r.DueDate).IsDay();
    }
}
