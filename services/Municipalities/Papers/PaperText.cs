using Regio.ServiceDefaults.Facts;

namespace Regio.Municipalities.Papers;

/// <summary>Sort of paper; the numbers are those of the messages.</summary>
internal enum PaperKind
{
    StateOfAffairs = 1,
    ResponseMemo = 2,
    CouncilProposal = 3,
    CouncilLetter = 4,
    Annotation = 5,
    AllocationLetter = 6,
    Handover = 7,
}

/// <summary>A section of a text; each line is a paragraph.</summary>
internal sealed record PaperSection(string Heading, string Text);

/// <summary>What somebody added to the papers of a round: the text that all municipalities share, or that of one.</summary>
internal sealed class PaperText
{
    /// <summary>Stands for all municipalities.</summary>
    public const string Shared = "";

    public required Guid RoundId { get; init; }

    public required PaperKind Kind { get; init; }

    /// <summary>CBS code, or <see cref="Shared"/>.</summary>
    public required string MunicipalityId { get; init; }

    public IReadOnlyList<PaperSection> Sections { get; private set; } = [];

    /// <summary>Summary for publication; empty where there is none.</summary>
    public string Summary { get; private set; } = "";

    public long Version { get; private set; }

    public void Set(IReadOnlyList<PaperSection> sections, string summary)
    {
        (Sections, Summary) = (sections, summary);
        Version++;
    }
}

/// <summary>How much of a summary a municipality publishes from a day on.</summary>
internal sealed record PublicationRule
{
    public required string MunicipalityId { get; init; }

    public required DateOnly StartsOn { get; init; }

    /// <summary>Where it publishes.</summary>
    public required string Medium { get; init; }

    public required int MostLines { get; init; }

    public required int LineCharacters { get; init; }

    public required Source Source { get; init; }

    /// <summary>How many lines a text takes when words are not broken, unless a word is longer than a line.</summary>
    public int LinesOf(string text)
    {
        var lines = 0;
        foreach (var paragraph in text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var left = 0;
            foreach (var word in paragraph.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                if (left > 0 && word.Length + 1 <= left)
                {
                    left -= word.Length + 1;
                    continue;
                }

                var taken = (word.Length + LineCharacters - 1) / LineCharacters;
                lines += taken;
                left = (taken * LineCharacters) - word.Length;
            }
        }

        return lines;
    }
}
