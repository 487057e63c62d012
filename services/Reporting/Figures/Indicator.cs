namespace Regio.Reporting.Figures;

/// <summary>What an indicator means, for a period. A change of meaning is a new definition from a day on.</summary>
internal sealed record Indicator
{
    /// <summary>Stable code, such as youth-care-use.</summary>
    public required string Id { get; init; }

    public required string Name { get; init; }

    /// <summary>Unit code of its values; empty when they are no numbers.</summary>
    public required string Unit { get; init; }

    /// <summary>
    /// The age group that is counted, as sources label it. Sources of youth count 0-18, CBS counts youth care under 23:
    /// the one is never divided by the other. Empty when persons of an age are not what is counted.
    /// </summary>
    public required string AgeGroup { get; init; }

    /// <summary>Whether values of areas add up to that of a larger area; unique persons and shares do not.</summary>
    public required bool Additive { get; init; }

    /// <summary>Whether a value may be below zero.</summary>
    public required bool Signed { get; init; }

    /// <summary>
    /// The indicator that counts the children behind a value: itself for a count of children, that count for an amount of
    /// money. One without figures says that the number of children is not known: what it counts is public nowhere. Empty
    /// where no single children stand behind it, or where the source has hidden small numbers already.
    /// </summary>
    public required string CountedBy { get; init; }

    /// <summary>What it means and what a reader must know, in Dutch.</summary>
    public required string Definition { get; init; }

    public required DateOnly ValidFrom { get; init; }

    /// <summary>Day after the last day; null while open.</summary>
    public required DateOnly? ValidUntil { get; init; }
}

/// <summary>A file that was read in; each version of an observation names the one that brought it, and its line.</summary>
internal sealed record Load
{
    public required Guid Id { get; init; }

    public required string FileName { get; init; }

    /// <summary>SHA-256 of the content, in hexadecimal.</summary>
    public required string ContentHash { get; init; }

    public required int RowCount { get; init; }

    public required DateTimeOffset LoadedAt { get; init; }
}
