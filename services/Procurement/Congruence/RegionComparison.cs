using Regio.Procurement.Catalogue;

namespace Regio.Procurement.Congruence;

/// <summary>A line that holds on a day, with what a provider has to reckon with.</summary>
internal sealed record ComparedLine(string ProductId, string BuyerId, Guid ProviderId, string ProviderName, TariffUnit Unit, long TariffCents, int NoticeMonths, string Lot, string Location);

/// <summary>In what the lines of two regions for a product differ; the numbers are those of the messages.</summary>
internal enum RegionDifference
{
    /// <summary>One of the two has no line for it.</summary>
    OnlyOne = 1,

    /// <summary>The unit that is paid for.</summary>
    Unit = 2,

    /// <summary>The tariff.</summary>
    Tariff = 3,

    /// <summary>The notice of the contract.</summary>
    Notice = 4,
}

/// <summary>The lines of two regions for a product, side by side.</summary>
internal sealed record ProductComparison(string ProductId, IReadOnlyList<ComparedLine> First, IReadOnlyList<ComparedLine> Second, IReadOnlyList<RegionDifference> Differences);

/// <summary>Compares what two regions buy (congruentie).</summary>
internal static class RegionComparison
{
    /// <summary>Each product that one of the two buys, by its code.</summary>
    public static IReadOnlyList<ProductComparison> Compare(IEnumerable<ComparedLine> first, IEnumerable<ComparedLine> second)
    {
        var (left, right) = (first.ToLookup(line => line.ProductId), second.ToLookup(line => line.ProductId));
        return
        [
            .. left.Select(group => group.Key).Union(right.Select(group => group.Key)).Order(StringComparer.Ordinal)
                .Select(product => new ProductComparison(product, [.. left[product]], [.. right[product]], [.. Differences([.. left[product]], [.. right[product]])])),
        ];
    }

    /// <summary>
    /// How often a provider that works for both has to keep two administrations: each product that it delivers to both
    /// counts once for each of unit, tariff and notice that differs between its own lines.
    /// </summary>
    public static int BurdenCount(IEnumerable<ProductComparison> compared) => compared.Sum(product =>
        product.First.ToLookup(line => line.ProviderId).Join(
            product.Second.ToLookup(line => line.ProviderId), own => own.Key, other => other.Key, (own, other) => Differences([.. own], [.. other]).Count()).Sum());

    /// <summary>What the count may be at most: the count at the beginning, less the reduction; a part of one counts as one.</summary>
    public static int Target(int baseline, int reductionPercent)
    {
        const int whole = 100;
        return ((baseline * (whole - reductionPercent)) + whole - 1) / whole;
    }

    // Regions buy a product at several tariffs, so that sets are compared and no averages.
    private static IEnumerable<RegionDifference> Differences(IReadOnlyCollection<ComparedLine> first, IReadOnlyCollection<ComparedLine> second)
    {
        if (first.Count == 0 || second.Count == 0)
        {
            yield return RegionDifference.OnlyOne;
            yield break;
        }

        if (Differ(line => (int)line.Unit))
            yield return RegionDifference.Unit;
        if (Differ(line => (line.Unit, line.TariffCents)))
            yield return RegionDifference.Tariff;
        if (Differ(line => line.NoticeMonths))
            yield return RegionDifference.Notice;

        bool Differ<T>(Func<ComparedLine, T> part) => !first.Select(part).ToHashSet().SetEquals(second.Select(part));
    }
}
