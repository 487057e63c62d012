using Regio.ServiceDefaults.Errors;
using Regio.ServiceDefaults.Facts;

namespace Regio.Reporting.Suppression;

/// <summary>What an audience may see from a day on, and on what ground. A later one takes its place; none is changed.</summary>
internal sealed class SuppressionPolicy
{
    /// <summary>Below this a count would point at single children, whatever somebody decides.</summary>
    public const int LeastPublicThreshold = 3;

    public const int MostThreshold = 100;

    public const int MostMoneyPercent = 100;

    public required Guid Id { get; init; }

    public required Audience Audience { get; init; }

    /// <summary>The lowest count that is shown; 0: everything is.</summary>
    public required int Threshold { get; init; }

    /// <summary>How uncertain a hidden amount has to stay, in percent of itself.</summary>
    public required int MoneyPercent { get; init; }

    public required Validity Validity { get; set; }

    /// <summary>Why so, in Dutch.</summary>
    public required string Ground { get; init; }

    public required Source Source { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>Subject of the token; empty for one that came with the service.</summary>
    public required string RecordedBy { get; init; }

    public Protection Protection => new(Threshold, MoneyPercent);

    /// <summary>Ends the policy that this one takes the place of; what was shown in the past stays as it was.</summary>
    public void TakePlaceAmong(IEnumerable<SuppressionPolicy> sameAudience, DateOnly today)
    {
        if (Audience == Audience.Public && Threshold < LeastPublicThreshold)
            throw Broken(SuppressionRules.PublicThresholdTooLow, "policy.threshold", ("least", $"{LeastPublicThreshold}"));
        if (Validity.From <= today)
            throw Broken(SuppressionRules.NotInTheFuture, "policy.period.start_date");
        foreach (var other in sameAudience.Where(other => other.Validity.Overlaps(Validity)))
        {
            if (other.Validity.From >= Validity.From)
                throw Broken(SuppressionRules.LaterPolicy, "policy.period.start_date", ("day", $"{other.Validity.From:yyyy-MM-dd}"));
            other.Validity = new Validity(other.Validity.From, Validity.From);
        }
    }

    private static DomainException Broken(Rule rule, string field, params (string Name, string Value)[] values) =>
        new(rule, field, values.ToDictionary(v => v.Name, v => v.Value));
}
