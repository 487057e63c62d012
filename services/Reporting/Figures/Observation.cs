namespace Regio.Reporting.Figures;

/// <summary>
/// One published figure with its source. A correction is a new version; nothing is overwritten,
/// so a report that was made with an earlier version can be made again.
/// </summary>
internal sealed record Observation
{
    /// <summary>Stable code, such as youth-care-use.</summary>
    public required string Indicator { get; init; }

    public required string AreaId { get; init; }

    /// <summary>Year, day or span as published.</summary>
    public required string Period { get; init; }

    /// <summary>Age group, branch or which of several claims; often empty.</summary>
    public required string Breakdown { get; init; }

    public required int Version { get; init; }

    /// <summary>Heading under which it is shown.</summary>
    public required string Theme { get; init; }

    public required string Label { get; init; }

    /// <summary>Exactly as published, "bijna 850.000" included.</summary>
    public required string Value { get; init; }

    /// <summary>The number, where what is published is one.</summary>
    public required decimal? ValueNumeric { get; init; }

    public required string Unit { get; init; }

    /// <summary>What a share is a share of; empty when the source does not say or it is none.</summary>
    public required string Denominator { get; init; }

    /// <summary>definitive, forecast, calculated from published figures, or claim.</summary>
    public required string Status { get; init; }

    public required string SourceTitle { get; init; }

    public required string SourcePlace { get; init; }

    /// <summary>What a reader must know: a contradiction, an open boundary; often empty.</summary>
    public required string Remark { get; init; }

    /// <summary>region: on the page of the region alone; all: beside the figures of a municipality as well; own: on the page of its own area.</summary>
    public required string Scope { get; init; }

    /// <summary>Place in the published order.</summary>
    public required int Rank { get; init; }

    /// <summary>The load that brought this version; absent for one that came before loads were kept.</summary>
    public required Guid? LoadId { get; init; }

    /// <summary>Line of its file, from 1 for the header.</summary>
    public required int Line { get; init; }
}

/// <summary>An area that figures are about.</summary>
internal sealed record Area
{
    public required string Id { get; init; }

    public required string Name { get; init; }
}
