namespace Regio.Reporting.Suppression;

/// <summary>How often the figures of an indicator and a year have changed; the database counts (migration FigureChanges).</summary>
internal sealed record FigureChange
{
    public required string Indicator { get; init; }

    /// <summary>The first four characters of the period.</summary>
    public required string Year { get; init; }

    public required long Changes { get; init; }
}
