namespace Regio.Reporting.ExpertAnalysis;

/// <summary>A number of the analysis.</summary>
/// <param name="Kind">Stable code, such as registered or bottleneck:waiting.</param>
/// <param name="Cases">How many; absent where the number is not shown to this viewer.</param>
internal sealed record AnalysedCount(string Kind, long? Cases);

/// <summary>How long cases were in a state that they left in the half-year.</summary>
/// <param name="State">Code of the state.</param>
/// <param name="Cases">How many left it; absent where the number is not shown.</param>
/// <param name="MedianDays">Half of the stays lasted so many days or less; absent where fewer cases stand behind it than this viewer is shown.</param>
internal sealed record TimeInState(string State, long? Cases, decimal? MedianDays);

/// <summary>The expert table in a half-year: numbers, and nothing that leads to a child.</summary>
internal sealed record HalfYearView
{
    public required HalfYear HalfYear { get; init; }

    public required IReadOnlyList<AnalysedCount> Counts { get; init; }

    public required IReadOnlyList<TimeInState> Times { get; init; }

    /// <summary>The lowest number that this viewer is shown; 0: every number is.</summary>
    public required int Threshold { get; init; }

    /// <summary>Whether the half-year is over.</summary>
    public required bool IsOver { get; init; }

    /// <summary>Until when it knows what the expert table did; absent while it knows nothing.</summary>
    public required DateTimeOffset? LastEventAt { get; init; }
}
