namespace Regio.Reporting.Computing;

/// <summary>What was there at the beginning, came in, went out and was there at the end. The first two less the third is the last.</summary>
/// <param name="Begin">At the first day; unknown when not given.</param>
/// <param name="In">Came in.</param>
/// <param name="Out">Went out.</param>
/// <param name="End">At the last day.</param>
internal sealed record Balance(decimal? Begin, decimal? In, decimal? Out, decimal? End)
{
    /// <summary>The end that follows from the others; unknown when one of them is.</summary>
    public decimal? ExpectedEnd => Begin + In - Out;

    /// <summary>The end as given less the one that follows; zero when it is right.</summary>
    public decimal? Difference => End - ExpectedEnd;
}
