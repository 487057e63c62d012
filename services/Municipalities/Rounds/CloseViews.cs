using FluentValidation;
using Regio.Municipalities.V1;
using Regio.ServiceDefaults.Grpc;

namespace Regio.Municipalities.Rounds;

/// <summary>Ends the time for views.</summary>
internal sealed class CloseViews(RoundChanges rounds)
{
    public Task<CloseViewsResponse> RunAsync(CloseViewsRequest request, string caller, CancellationToken ct) => rounds.RunAsync(
        request,
        caller,
        new RoundTarget(request.RequestId, request.Id, request.Etag),
        (round, moment) =>
        {
            round.CloseViews(moment.Today);
            return new CloseViewsResponse { Round = round.ToProto() };
        },
        ct);
}

internal sealed class CloseViewsValidator : AbstractValidator<CloseViewsRequest>
{
    public CloseViewsValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.Id).IsUuid();
    }
}
