using Regio.Reporting.Suppression;

namespace Regio.Reporting.ExpertAnalysis;

/// <summary>A number of cases of a half-year.</summary>
/// <param name="HalfYear">Code of the half-year, such as 2026-H1.</param>
/// <param name="Kind">What is counted: registered, decided, outcome, result:reached, bottleneck:waiting, …</param>
/// <param name="Cases">How many.</param>
internal sealed record HalfYearCount(string HalfYear, string Kind, long Cases);

/// <summary>
/// The numbers of the expert table by half-year as one table with every sum that a reader can make: over the half-years,
/// which give what the monitor shows of all of them; results, which make up the outcomes; and the outcomes with and without
/// a bottleneck.
/// </summary>
internal static class HalfYearCounts
{
    public const string Outcomes = "outcome";
    public const string ResultPrefix = "result:";
    public const string BottleneckPrefix = "bottleneck:";
    public const string ConsultationPrefix = "consultation:";

    private const string WithoutPrefix = "without:";
    private const string All = "all";

    /// <summary>The numbers that may not be shown, as half-year and kind.</summary>
    public static IReadOnlySet<(string HalfYear, string Kind)> Hidden(IReadOnlyList<HalfYearCount> counts, Protection protection, Func<CellTable, Protection, IReadOnlySet<string>> search)
    {
        if (protection.Threshold == 0)
            return new HashSet<(string, string)>();
        var whole = WithComplements(counts);
        var hidden = search(TableOf(whole), protection);

        // The monitor shows the number of all half-years together: where the search would hide that, the parts are hidden.
        var open = whole.Select(count => count.Kind).Where(kind => hidden.Contains(Id(All, kind))).ToHashSet(StringComparer.Ordinal);
        return counts.Where(count => open.Contains(count.Kind) || hidden.Contains(Id(count.HalfYear, count.Kind)) || (count.Kind.StartsWith(BottleneckPrefix, StringComparison.Ordinal) && hidden.Contains(Id(count.HalfYear, Without(count.Kind)))))
            .Select(count => (count.HalfYear, count.Kind)).ToHashSet();
    }

    private static string Id(string halfYear, string kind) => $"{halfYear}|{kind}";

    private static string Without(string bottleneck) => WithoutPrefix + bottleneck[BottleneckPrefix.Length..];

    private static List<HalfYearCount> WithComplements(IReadOnlyList<HalfYearCount> counts)
    {
        var outcomes = counts.Where(count => count.Kind == Outcomes).ToDictionary(count => count.HalfYear, count => count.Cases, StringComparer.Ordinal);
        return
        [
            .. counts,
            .. counts.Where(count => count.Kind.StartsWith(BottleneckPrefix, StringComparison.Ordinal))
                .Select(count => new HalfYearCount(count.HalfYear, Without(count.Kind), outcomes.GetValueOrDefault(count.HalfYear) - count.Cases)),
        ];
    }

    private static CellTable TableOf(List<HalfYearCount> counts)
    {
        var cells = counts.Select(count => new Cell(Id(count.HalfYear, count.Kind), count.Cases, Amount: null, Owner: ""))
            .Concat(counts.GroupBy(count => count.Kind).Select(kind => new Cell(Id(All, kind.Key), kind.Sum(count => count.Cases), Amount: null, Owner: ""))).ToList();
        var places = cells.Select((cell, place) => (cell.Id, place)).ToDictionary(pair => pair.Id, pair => pair.place, StringComparer.Ordinal);
        int[] PlacesOf(IEnumerable<string> ids) => [.. ids.Where(places.ContainsKey).Select(id => places[id])];
        var over = counts.GroupBy(count => count.Kind).Select(kind => new CellSum(places[Id(All, kind.Key)], PlacesOf(kind.Select(count => Id(count.HalfYear, kind.Key)))));
        var within =
            from halfYear in counts.Select(count => count.HalfYear).Append(All).Distinct()
            where places.ContainsKey(Id(halfYear, Outcomes))
            from parts in Parts(counts).Select(kinds => PlacesOf(kinds.Select(kind => Id(halfYear, kind))))
            where parts.Length > 0
            select new CellSum(places[Id(halfYear, Outcomes)], parts);
        return new CellTable(cells, [.. over, .. within]);
    }

    /// <summary>Kinds that make up the outcomes: all results, and each bottleneck with its opposite.</summary>
    private static IEnumerable<string[]> Parts(List<HalfYearCount> counts)
    {
        var kinds = counts.Select(count => count.Kind).Distinct().ToList();
        yield return [.. kinds.Where(kind => kind.StartsWith(ResultPrefix, StringComparison.Ordinal))];
        foreach (var bottleneck in kinds.Where(kind => kind.StartsWith(BottleneckPrefix, StringComparison.Ordinal)))
            yield return [bottleneck, Without(bottleneck)];
    }
}
