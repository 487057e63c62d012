namespace Regio.Reporting.Monitor;

/// <summary>
/// Leaves out counts that would say something about single children, where counts are published beside their total
/// (CBS practice). A count below the threshold is left out. Where the total would give away what is left out, the
/// smallest of the others is left out as well.
/// </summary>
internal static class SmallCounts
{
    /// <summary>The lowest count that is published.</summary>
    public const int Threshold = 5;

    /// <summary>The counts that may be published; what is missing in the answer is left out.</summary>
    public static IReadOnlyDictionary<string, long> Publishable(IReadOnlyDictionary<string, long> counts)
    {
        var shown = counts.Where(c => c.Value >= Threshold).OrderByDescending(c => c.Value).ThenByDescending(c => c.Key, StringComparer.Ordinal).ToList();
        var hidden = counts.Where(c => c.Value < Threshold).Select(c => c.Value).ToList();

        // One hidden count is the total less the others; hidden counts that are all zero have a sum that says so.
        while (shown.Count > 0 && hidden.Count > 0 && (hidden.Count == 1 || hidden.Sum() == 0))
        {
            hidden.Add(shown[^1].Value);
            shown.RemoveAt(shown.Count - 1);
        }

        return shown.ToDictionary(c => c.Key, c => c.Value, StringComparer.Ordinal);
    }
}
