using FluentValidation;
using Regio.Procurement.Persistence;
using Regio.Procurement.V1;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Persistence;
using Regio.ServiceDefaults.Time;

namespace Regio.Procurement.Management;

/// <summary>Records a review meeting with its scores.</summary>
internal sealed class RecordContractReview(ProcurementDbContext db, IdempotentRequests<ProcurementDbContext> requests, TimeProvider time)
{
    private const string Rpc = "regio.procurement.v1.ContractManagementService/RecordContractReview";

    public Task<RecordContractReviewResponse> RunAsync(RecordContractReviewRequest request, string caller, CancellationToken ct) =>
        requests.RunAsync(Rpc, caller, request.RequestId, request, token => DecideAsync(request.Review, token), ct);

    private async Task<RecordContractReviewResponse> DecideAsync(V1.ContractReview asked, CancellationToken ct)
    {
        var contract = await db.ManagedContractAsync(asked.ContractId, "review.contract_id", ct);
        var now = time.StorableNow();
        var scores = asked.Scores.Select(s => new IndicatorScore { Indicator = s.Indicator.Trim(), ScoreHundredths = s.ScoreHundredths, NormHundredths = s.NormHundredths });
        var review = ContractReview.Record(Guid.CreateVersion7(now), contract, asked.HeldDate.ToDateOnly(), asked.Summary.Trim(), [.. scores], (time.DutchToday(), now));
        db.Add(review);
        return new RecordContractReviewResponse { Review = review.ToProto() };
    }
}

internal sealed class RecordContractReviewValidator : AbstractValidator<RecordContractReviewRequest>
{
    public RecordContractReviewValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.Review).NotNull().ChildRules(review =>
        {
            review.RuleFor(c => c.ContractId).IsUuid();
            review.RuleFor(c => c.HeldDate).IsDay();
            review.RuleFor(c => c.Summary).IsLine(ManagementRules.MostTextCharacters);
            review.RuleFor(c => c.Scores).Must(scores => scores.Count <= ManagementRules.MostScores).WithMessage($"Give at most {ManagementRules.MostScores} scores.");
            review.RuleForEach(c => c.Scores).ChildRules(score =>
            {
                score.RuleFor(s => s.Indicator).IsLine(ManagementRules.MostOwnerCharacters);
                score.RuleFor(s => s.ScoreHundredths).InclusiveBetween(0, ManagementRules.MostScore);
                score.RuleFor(s => s.NormHundredths).InclusiveBetween(0, ManagementRules.MostScore);
            }).When(c => c.Scores.Count <= ManagementRules.MostScores);
        });
    }
}
