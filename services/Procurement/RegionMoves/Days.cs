using Regio.ServiceDefaults.Facts;

namespace Regio.Procurement.RegionMoves;

/// <summary>Reckons with periods of days.</summary>
internal static class Days
{
    /// <summary>The days that are in both; null: none.</summary>
    public static Validity? Both(Validity first, Validity second)
    {
        if (!first.Overlaps(second))
            return null;
        var until = first.Until is null || second.Until < first.Until ? second.Until : first.Until;
        return new Validity(first.From > second.From ? first.From : second.From, until);
    }

    /// <summary>The days of a period that are in none of the others, in order.</summary>
    public static IReadOnlyList<Validity> Without(Validity period, IEnumerable<Validity> others)
    {
        List<Validity> left = [period];
        foreach (var other in others)
            left = [.. left.SelectMany(part => Outside(part, other))];
        return left;
    }

    private static IEnumerable<Validity> Outside(Validity part, Validity other)
    {
        if (!part.Overlaps(other))
        {
            yield return part;
            yield break;
        }

        if (part.From < other.From)
            yield return new Validity(part.From, other.From);
        if (other.Until is { } end && (part.Until is null || end < part.Until))
            yield return new Validity(end, part.Until);
    }
}
