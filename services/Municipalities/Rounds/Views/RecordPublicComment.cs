using FluentValidation;
using Regio.Municipalities.V1;
using Regio.ServiceDefaults.Grpc;

namespace Regio.Municipalities.Rounds.Views;

/// <summary>Records the comment of a stakeholder.</summary>
internal sealed class RecordPublicComment(RoundChanges rounds)
{
    public const int MostOrganisationCharacters = 120;

    public Task<RecordPublicCommentResponse> RunAsync(RecordPublicCommentRequest request, string caller, CancellationToken ct) => rounds.RunAsync(
        request,
        caller,
        new RoundTarget(request.RequestId, request.RoundId, IdField: "round_id"),
        (round, moment) => new RecordPublicCommentResponse
        {
            View = round.RecordPublicComment(
                request.Organisation.Trim(), request.ReceivedDate.ToDateOnly(), request.Remarks.Select(text => text.Trim()), moment.Today).ToProto(),
        },
        ct);
}

internal sealed class RecordPublicCommentValidator : AbstractValidator<RecordPublicCommentRequest>
{
    public RecordPublicCommentValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.RoundId).IsUuid();
        RuleFor(r => r.Organisation).IsLine(RecordPublicComment.MostOrganisationCharacters);
        RuleFor(r => r.ReceivedDate).IsDay();
        RuleFor(r => r.Remarks).Must(remarks => remarks.Count is > 0 and <= RoundRequestRules.MostRemarks)
            .WithMessage($"Give 1 to {RoundRequestRules.MostRemarks} remarks.");
        RuleForEach(r => r.Remarks).IsText();
    }
}
