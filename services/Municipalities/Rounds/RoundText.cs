namespace Regio.Municipalities.Rounds;

/// <summary>A text of a version. Its hash is what votes refer to; it never changes.</summary>
internal sealed record RoundText
{
    /// <summary>Number of the version, from 1.</summary>
    public required int VersionNumber { get; init; }

    /// <summary>Whether it is definitive; else a concept.</summary>
    public required bool Definitive { get; init; }

    /// <summary>0 for the text itself, then 1 for each erratum or later concept.</summary>
    public required int Revision { get; init; }

    /// <summary>SHA-256 in lower-case hexadecimal.</summary>
    public required string ContentHash { get; init; }

    public required string Note { get; init; }

    public required DateOnly PublishedOn { get; init; }
}
