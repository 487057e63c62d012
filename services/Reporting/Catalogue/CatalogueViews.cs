namespace Regio.Reporting.Catalogue;

/// <summary>What an indicator means.</summary>
/// <param name="Id">Stable code.</param>
/// <param name="Name">Name in Dutch.</param>
/// <param name="Unit">Unit code; empty when its values are no numbers.</param>
/// <param name="AgeGroup">Age group that is counted; empty when none is.</param>
/// <param name="Additive">Whether values of areas add up.</param>
/// <param name="Definition">What it means, in Dutch.</param>
public sealed record IndicatorView(string Id, string Name, string Unit, string AgeGroup, bool Additive, string Definition);

/// <summary>An indicator in the catalogue.</summary>
/// <param name="Indicator">The indicator.</param>
/// <param name="Observations">How many observations there are, versions not counted.</param>
public sealed record CatalogueEntry(IndicatorView Indicator, int Observations);

/// <summary>An indicator with all versions of its observations.</summary>
/// <param name="Indicator">The indicator.</param>
/// <param name="Observations">In the published order, versions one after another.</param>
public sealed record IndicatorLineage(IndicatorView Indicator, IReadOnlyList<LineageView> Observations);

/// <summary>One version of an observation and how it came in.</summary>
public sealed record LineageView
{
    /// <summary>Name of the area.</summary>
    public required string AreaName { get; init; }

    /// <summary>Year, day or span as published.</summary>
    public required string Period { get; init; }

    /// <summary>Age group, branch or which of several claims; often empty.</summary>
    public required string Breakdown { get; init; }

    /// <summary>Exactly as published.</summary>
    public required string Value { get; init; }

    /// <summary>Unit code.</summary>
    public required string Unit { get; init; }

    /// <summary>definitive, forecast, calculated or claim.</summary>
    public required string Status { get; init; }

    /// <summary>Version, from 1.</summary>
    public required int Version { get; init; }

    /// <summary>Whether no later version has taken its place.</summary>
    public required bool Current { get; init; }

    /// <summary>The document it is published in.</summary>
    public required string SourceTitle { get; init; }

    /// <summary>The place in that document.</summary>
    public required string SourcePlace { get; init; }

    /// <summary>The file that brought it; absent when it came before files were kept.</summary>
    public required string? FileName { get; init; }

    /// <summary>Line of that file.</summary>
    public required int Line { get; init; }

    /// <summary>When the file was read in.</summary>
    public required DateTimeOffset? LoadedAt { get; init; }

    /// <summary>SHA-256 of the file.</summary>
    public required string? ContentHash { get; init; }
}
