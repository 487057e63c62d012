namespace Regio.Reporting.Figures;

/// <summary>
/// A published total beside what should give the same: the sum of its parts, or the same figure at another place. Both
/// stay as published; what they differ is told.
/// </summary>
/// <param name="Label">What is compared, in Dutch.</param>
/// <param name="Total">The total as published.</param>
/// <param name="TotalNumber">The total as a number; of "ongeveer 3.300" it is 3300.</param>
/// <param name="Parts">What should add up to it.</param>
internal sealed record SumCheck(string Label, Observation Total, decimal TotalNumber, IReadOnlyList<Observation> Parts)
{
    /// <summary>What the parts add up to; unknown when one of them is no number or of another unit.</summary>
    public decimal? Sum => Parts.Count > 0 && Parts.All(part => part.ValueNumeric is not null && part.Unit == Total.Unit)
        ? Parts.Sum(part => part.ValueNumeric)
        : null;

    /// <summary>The total less the sum of its parts; zero when they add up.</summary>
    public decimal? Difference => TotalNumber - Sum;
}
