using FluentValidation;
using Regio.Municipalities.V1;
using Regio.ServiceDefaults.Grpc;

namespace Regio.Municipalities.Rounds.Decisions;

/// <summary>Records how a motion, a pledge or a carried remark was followed up.</summary>
internal sealed class CompleteFollowUp(RoundChanges rounds)
{
    public Task<CompleteFollowUpResponse> RunAsync(CompleteFollowUpRequest request, string caller, CancellationToken ct) => rounds.RunAsync(
        request,
        caller,
        new RoundTarget(request.RequestId, request.RoundId, request.Etag, "round_id"),
        (round, moment) => new CompleteFollowUpResponse
        {
            FollowUp = round.CompleteFollowUp(request.Number, request.DoneDate.ToDateOnly(), request.Note.Trim(), moment.Today).ToProto(),
        },
        ct);
}

internal sealed class CompleteFollowUpValidator : AbstractValidator<CompleteFollowUpRequest>
{
    public CompleteFollowUpValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.RoundId).IsUuid();
        RuleFor(r => r.Number).GreaterThan(0);
        RuleFor(r => r.DoneDate).IsDay();
        RuleFor(r => r.Note).IsText();
    }
}
