using Regio.ServiceDefaults.Errors;
using Regio.ServiceDefaults.Facts;

namespace Regio.Procurement.Management;

/// <summary>The score on an indicator, in hundredths, beside the norm that was agreed.</summary>
internal sealed class IndicatorScore
{
    public required string Indicator { get; init; }

    public required int ScoreHundredths { get; init; }

    public required int NormHundredths { get; init; }
}

/// <summary>A review meeting on a contract. A fact: it stays as it was recorded.</summary>
internal sealed class ContractReview
{
    private readonly List<IndicatorScore> _scores = [];

    private ContractReview(Guid id) => Id = id;

    public Guid Id { get; }

    public required Guid ContractId { get; init; }

    public required Guid ProviderId { get; init; }

    public required DateOnly HeldOn { get; init; }

    public required string Summary { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }

    public IReadOnlyList<IndicatorScore> Scores => _scores;

    public static ContractReview Record(Guid id, ManagedContract contract, DateOnly heldOn, string summary, IReadOnlyList<IndicatorScore> scores, (DateOnly Today, DateTimeOffset At) now)
    {
        RecordedFact.RefuseFuture(heldOn, now.Today, "review.held_date");
        if (scores.DistinctBy(score => score.Indicator).Count() != scores.Count)
            throw new DomainException(ManagementRules.IndicatorTwice, "review.scores");
        var review = new ContractReview(id) { ContractId = contract.Id, ProviderId = contract.ProviderId, HeldOn = heldOn, Summary = summary, RecordedAt = now.At };
        review._scores.AddRange(scores);
        return review;
    }
}
