namespace Regio.Reporting.ExpertAnalysis;

/// <summary>A figure of a year of the expert table.</summary>
/// <param name="Kind">Stable code, such as registered, bottleneck:waiting or duration:decided.</param>
/// <param name="Value">A number of cases, rounds or consultations, or of days; absent where it is not shown, or nothing was counted to take a median of.</param>
/// <param name="IsHidden">This viewer may not see it.</param>
internal sealed record YearFigure(string Kind, decimal? Value, bool IsHidden)
{
    /// <summary>A figure that this viewer may not see.</summary>
    public static YearFigure NotShown(string kind) => new(kind, Value: null, IsHidden: true);
}

/// <summary>How long cases took from their registration to a state.</summary>
internal sealed record YearDuration(string Kind, string State);

/// <summary>The expert table in a year: numbers, and nothing that leads to a child.</summary>
internal sealed record ExpertYearView
{
    public const string DurationPrefix = "duration:";

    public static readonly IReadOnlyList<YearDuration> Durations = [new(DurationPrefix + "decided", "decided"), new(DurationPrefix + "closed", "closed")];

    public required int Year { get; init; }

    public required IReadOnlyList<YearFigure> Figures { get; init; }

    /// <summary>The lowest number that this viewer is shown; 0: every number is.</summary>
    public required int Threshold { get; init; }

    /// <summary>Whether the year is over.</summary>
    public required bool IsOver { get; init; }
}
