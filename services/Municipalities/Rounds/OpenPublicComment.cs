using FluentValidation;
using Regio.Municipalities.V1;
using Regio.ServiceDefaults.Grpc;

namespace Regio.Municipalities.Rounds;

/// <summary>Asks stakeholders for comments on a concept.</summary>
internal sealed class OpenPublicComment(RoundChanges rounds)
{
    public Task<OpenPublicCommentResponse> RunAsync(OpenPublicCommentRequest request, string caller, CancellationToken ct) => rounds.RunAsync(
        request,
        caller,
        new RoundTarget(request.RequestId, request.Id, request.Etag),
        (round, moment) =>
        {
            round.OpenPublicComment(request.ContentHash, request.DueDate.ToDateOnly(), moment.Today);
            return new OpenPublicCommentResponse { Round = round.ToProto() };
        },
        ct);
}

internal sealed class OpenPublicCommentValidator : AbstractValidator<OpenPublicCommentRequest>
{
    public OpenPublicCommentValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.Id).IsUuid();
        RuleFor(r => r.ContentHash).IsContentHash();
        RuleFor(r => r.DueDate).IsDay();
    }
}
