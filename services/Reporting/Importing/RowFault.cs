using Regio.ServiceDefaults.Errors;

namespace Regio.Reporting.Importing;

/// <summary>Why a row is refused.</summary>
internal sealed record RowFault(long Line, string Column, Rule Rule, string Value)
{
    public string Message => Rule.Dutch.Replace("{value}", $"“{Value}”", StringComparison.Ordinal).Replace("{column}", Column, StringComparison.Ordinal);
}

/// <summary>Counts refused rows and keeps the first of them.</summary>
internal sealed class RowFaults
{
    public const int MostKept = 1_000;

    private const int LongestValue = 40;

    private const int BitsPerWord = 64;

    // One bit for each line: a file in which every one of millions of lines is wrong must not fill the memory with numbers.
    private readonly List<ulong> _lines = [];
    private readonly List<RowFault> _first = [];

    /// <summary>Lines with a fault.</summary>
    public long Count { get; private set; }

    /// <summary>Faults, of which a line may have several.</summary>
    public long Total { get; private set; }

    public IReadOnlyList<RowFault> First => _first;

    public void Add(long line, string column, Rule rule, string value = "")
    {
        Total++;
        Mark(line);
        if (_first.Count < MostKept)
            _first.Add(new(line, column, rule, value.Length <= LongestValue ? value : value[..LongestValue] + "…"));
    }

    private void Mark(long line)
    {
        var (word, bit) = ((int)(line / BitsPerWord), 1UL << (int)(line % BitsPerWord));
        while (_lines.Count <= word)
            _lines.Add(0);
        if ((_lines[word] & bit) == 0)
            Count++;
        _lines[word] |= bit;
    }
}
