using FluentValidation;
using Regio.Municipalities.V1;
using Regio.ServiceDefaults.Grpc;

namespace Regio.Municipalities.Rounds;

/// <summary>Replaces the definitive text without touching its substance.</summary>
internal sealed class PublishErratum(RoundChanges rounds)
{
    public Task<PublishErratumResponse> RunAsync(PublishErratumRequest request, string caller, CancellationToken ct) => rounds.RunAsync(
        request,
        caller,
        new RoundTarget(request.RequestId, request.Id, request.Etag),
        (round, moment) =>
        {
            round.PublishErratum(request.ContentHash, request.Note.Trim(), moment.Today);
            return new PublishErratumResponse { Round = round.ToProto() };
        },
        ct);
}

internal sealed class PublishErratumValidator : AbstractValidator<PublishErratumRequest>
{
    public PublishErratumValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.Id).IsUuid();
        RuleFor(r => r.ContentHash).IsContentHash();
        RuleFor(r => r.Note).IsLine(RoundRequestRules.MostSubjectCharacters);
    }
}
