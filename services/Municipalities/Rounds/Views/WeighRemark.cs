using FluentValidation;
using Regio.Municipalities.V1;
using Regio.ServiceDefaults.Grpc;

namespace Regio.Municipalities.Rounds.Views;

/// <summary>Answers a remark.</summary>
internal sealed class WeighRemark(RoundChanges rounds)
{
    public Task<WeighRemarkResponse> RunAsync(WeighRemarkRequest request, string caller, CancellationToken ct) => rounds.RunAsync(
        request,
        caller,
        new RoundTarget(request.RequestId, request.RoundId, request.Etag, "round_id"),
        (round, _) => new WeighRemarkResponse
        {
            View = round.WeighRemark(
                request.ViewNumber,
                request.RemarkNumber,
                new WeighingFacts((Weighing)request.Weighing, request.Answer.Trim(), request.OwnerBodyId, request.DueDate?.ToDateOnly())).ToProto(),
        },
        ct);
}

internal sealed class WeighRemarkValidator : AbstractValidator<WeighRemarkRequest>
{
    public WeighRemarkValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.RoundId).IsUuid();
        RuleFor(r => r.ViewNumber).GreaterThan(0);
        RuleFor(r => r.RemarkNumber).GreaterThan(0);
        RuleFor(r => r.Weighing).IsInEnum().NotEqual(V1.Weighing.Unspecified);
        RuleFor(r => r.Answer).IsText();
        When(r => r.Weighing == V1.Weighing.CarriedIntoImplementation, () =>
        {
            RuleFor(r => r.OwnerBodyId).IsBodyId();
            RuleFor(r => r.DueDate).IsDay();
        }).Otherwise(() =>
        {
            RuleFor(r => r.OwnerBodyId).Empty().WithMessage("Only a remark that is carried into the implementation has an owner.");
            RuleFor(r => r.DueDate).Null().WithMessage("Only a remark that is carried into the implementation has a due date.");
        });
    }
}
