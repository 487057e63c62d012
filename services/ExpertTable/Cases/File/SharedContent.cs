using Regio.ExpertTable.Texts;

namespace Regio.ExpertTable.Cases;

// What an entry says of texts that left the table. Frozen as all kinds of entries are.

internal sealed class AnalysisShared : EntryContent
{
    /// <summary>The version of the analysis.</summary>
    public required int Number { get; init; }
}

/// <summary>A text was shared although the check warned.</summary>
internal sealed class TextCheckOverridden : EntryContent
{
    public required IReadOnlyList<FindingKind> Kinds { get; init; }

    public required string Reason { get; init; }
}
