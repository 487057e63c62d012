using Regio.ServiceDefaults.Facts;

namespace Regio.Municipalities.Glossary;

/// <summary>One meaning of a word of the region. It is never overwritten; another meaning makes the word ambiguous.</summary>
internal sealed record GlossaryMeaning
{
    public required string Term { get; init; }

    /// <summary>What the code of the suite calls it.</summary>
    public required string Code { get; init; }

    /// <summary>Empty when no source says what is meant.</summary>
    public required string Meaning { get; init; }

    public required Source Source { get; init; }
}

/// <summary>A word with all that it can mean.</summary>
/// <param name="Word">The word.</param>
/// <param name="Meanings">By code.</param>
internal sealed record Term(string Word, IReadOnlyList<GlossaryMeaning> Meanings)
{
    /// <summary>Whether a reader cannot tell what is meant.</summary>
    public bool IsAmbiguous => Meanings.Count > 1 || Meanings.Any(m => m.Meaning.Length == 0);

    /// <summary>The words in their order: "Opdracht" and "opdracht" are one.</summary>
    public static IReadOnlyList<Term> Of(IEnumerable<GlossaryMeaning> meanings) =>
    [
        .. meanings.GroupBy(m => m.Term, StringComparer.OrdinalIgnoreCase)
            .OrderBy(group => Key(group.Key), StringComparer.Ordinal)
            .Select(group => new Term(group.Select(m => m.Term).Min(StringComparer.Ordinal)!, [.. group.OrderBy(m => m.Code, StringComparer.Ordinal)])),
    ];

    /// <summary>The place of a word in the list.</summary>
    public static string Key(string word) => word.ToUpperInvariant();

    public bool Has(string text) =>
        Word.Contains(text, StringComparison.OrdinalIgnoreCase) || Meanings.Any(m => m.Meaning.Contains(text, StringComparison.OrdinalIgnoreCase));
}
