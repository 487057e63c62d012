using FluentValidation;
using Regio.Municipalities.V1;
using Regio.ServiceDefaults.Grpc;

namespace Regio.Municipalities.Rounds;

/// <summary>Makes a text the definitive one of the current version.</summary>
internal sealed class PublishDefinitive(RoundChanges rounds)
{
    public Task<PublishDefinitiveResponse> RunAsync(PublishDefinitiveRequest request, string caller, CancellationToken ct) => rounds.RunAsync(
        request,
        caller,
        new RoundTarget(request.RequestId, request.Id, request.Etag),
        (round, moment) =>
        {
            round.PublishDefinitive(request.ContentHash, request.Note.Trim(), moment.Today);
            return new PublishDefinitiveResponse { Round = round.ToProto() };
        },
        ct);
}

internal sealed class PublishDefinitiveValidator : AbstractValidator<PublishDefinitiveRequest>
{
    public PublishDefinitiveValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.Id).IsUuid();
        RuleFor(r => r.ContentHash).IsContentHash();
        RuleFor(r => r.Note).IsLineOrEmpty(RoundRequestRules.MostSubjectCharacters);
    }
}
