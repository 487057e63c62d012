namespace Regio.Reporting.Computing;

/// <summary>A part of a cost in two periods, and why it differs.</summary>
internal sealed record CostPart(string Breakdown, Delivered Before, Delivered After, CostEffects Effects);

/// <summary>Why the cost of an area differs between two periods.</summary>
internal sealed record CostExplanation(string AreaId, string FromPeriod, string ToPeriod, IReadOnlyList<CostPart> Parts)
{
    /// <summary>All parts together; what shifted between parts is in their effects.</summary>
    public CostPart Total { get; } = new(
        "",
        Parts.Aggregate(default(Delivered), (sum, part) => sum + part.Before),
        Parts.Aggregate(default(Delivered), (sum, part) => sum + part.After),
        Parts.Aggregate(default(CostEffects), (sum, part) => sum + part.Effects));
}

/// <summary>A series of an area through the years, where it goes, and how its latest year is judged.</summary>
internal sealed record SeriesView
{
    public required Figures.Indicator Indicator { get; init; }

    public required string AreaId { get; init; }

    public required string Breakdown { get; init; }

    public required IReadOnlyList<Segment> Segments { get; init; }

    /// <summary>Years that this viewer may not see; nothing is computed with them.</summary>
    public required IReadOnlyList<string> HiddenPeriods { get; init; }

    public required IReadOnlyList<SeriesBreak> Breaks { get; init; }

    /// <summary>Absent where the years that count the same are too few, or one of them is hidden.</summary>
    public required Forecast? Forecast { get; init; }

    public required IndicatorTarget? Target { get; init; }

    public Light Light => Target?.LightOf(Segments.Count == 0 ? null : Segments[^1].Years[^1].Value) ?? Light.Unknown;
}

/// <summary>A figure of one area beside that of others.</summary>
/// <param name="AreaId">The area.</param>
/// <param name="AreaName">Its name.</param>
/// <param name="Observation">The figure; absent where it is not known.</param>
/// <param name="Difference">How much it differs from that of the own municipality; unknown where one of them is.</param>
internal sealed record ComparedArea(string AreaId, string AreaName, Figures.Observation? Observation, decimal? Difference);

/// <summary>A balance with what it is of.</summary>
internal sealed record BalanceView(string AreaId, string Period, string Breakdown, Balance Balance);
