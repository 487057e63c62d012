using Regio.Reporting.Suppression;

namespace Regio.Reporting.ExpertAnalysis;

/// <summary>A number of cases of a half-year.</summary>
/// <param name="HalfYear">Code of the half-year, such as 2026-H1.</param>
/// <param name="Kind">What is counted: registered, decided, outcome, result:reached, bottleneck:waiting, …</param>
/// <param name="Cases">How many.</param>
internal sealed record HalfYearCount(string HalfYear, string Kind, long Cases);

/// <summary>
/// The numbers of the expert table by half-year as one table with every sum that a reader can make: over the half-years
/// of a year, and over all of them, which give what the monitor shows; the wider tables, which make up what was escalated; results, which
/// make up the outcomes; and the outcomes with and without
/// a bottleneck, as the cases that got stuck on something and on anything else.
/// </summary>
internal static class HalfYearCounts
{
    public const string Outcomes = "outcome";
    public const string Escalated = "escalated";
    public const string EscalatedPrefix = "escalated:";
    public const string ResultPrefix = "result:";
    public const string BottleneckPrefix = "bottleneck:";
    public const string ConsultationPrefix = "consultation:";

    public const string Registered = "registered";
    public const string AgePrefix = "registered_age:";
    public const string GroupPrefix = "registered_in:";
    public const string Stuck = "stuck";
    public const string StuckOnPrefix = "stuck_on:";

    /// <summary>Stands for all half-years together.</summary>
    public const string All = "all";

    private const string WithoutPrefix = "without:";

    // What each of these is named by some of and not by others, and one of them may name several.
    private static readonly (string Prefix, string Total)[] s_named = [(BottleneckPrefix, Outcomes), (StuckOnPrefix, Stuck)];

    /// <summary>The numbers that may not be shown, as period and kind: of half-years, and of years and of all, which are the sum of theirs.</summary>
    /// <param name="counts">The numbers of all cases.</param>
    /// <param name="ofOthers">The same numbers without those of one municipality, which knows its own and takes them off; once for each municipality.</param>
    /// <param name="protection">What the audience may see.</param>
    /// <param name="search">Finds what must not be shown in the eyes of any of these.</param>
    public static IReadOnlySet<(string Period, string Kind)> Hidden(
        IReadOnlyList<HalfYearCount> counts, IEnumerable<IReadOnlyList<HalfYearCount>> ofOthers, Protection protection,
        Func<IReadOnlyList<CellTable>, Protection, IReadOnlySet<string>> search)
    {
        if (protection.Threshold == 0)
            return new HashSet<(string, string)>();
        var families = ofOthers.Prepend(counts).Select(view => WithComplements(view).ToLookup(count => Family(count.Kind), StringComparer.Ordinal)).ToList();
        return families[0].SelectMany(family => HiddenOf([.. family], [.. families.Select(view => TableOf([.. view[family.Key]]))], protection, search)).ToHashSet();
    }

    /// <summary>Code of the year that a half-year is part of.</summary>
    public static string YearOf(string halfYear) => halfYear[..4];

    private static List<(string Period, string Kind)> HiddenOf(
        List<HalfYearCount> family, IReadOnlyList<CellTable> views, Protection protection, Func<IReadOnlyList<CellTable>, Protection, IReadOnlySet<string>> search)
    {
        var hidden = search(views, protection);

        // The monitor shows the number of all half-years together: where the search would hide that, the parts are hidden.
        var open = family.Select(count => count.Kind).Where(kind => hidden.Contains(Id(All, kind))).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. from count in family
               where !count.Kind.StartsWith(WithoutPrefix, StringComparison.Ordinal)
               from period in new[] { count.HalfYear, YearOf(count.HalfYear), All }
               where open.Contains(count.Kind) || hidden.Contains(Id(period, count.Kind))
                   || (TotalOf(count.Kind) is not null && (open.Contains(Without(count.Kind)) || hidden.Contains(Id(period, Without(count.Kind)))))
               select (period, count.Kind),
        ];
    }

    // Kinds that no sum joins are searched apart: what is hidden of one tells nothing of another.
    private static string Family(string kind) => kind switch
    {
        _ when kind.StartsWith(WithoutPrefix, StringComparison.Ordinal) => Family(kind[WithoutPrefix.Length..]),
        _ when kind.StartsWith(EscalatedPrefix, StringComparison.Ordinal) => Escalated,
        _ when kind.StartsWith(ResultPrefix, StringComparison.Ordinal) => Outcomes,
        _ => TotalOf(kind) ?? kind,
    };

    private static string Id(string halfYear, string kind) => $"{halfYear}|{kind}";

    private static string Without(string kind) => WithoutPrefix + kind;

    private static List<HalfYearCount> WithComplements(IReadOnlyList<HalfYearCount> counts)
    {
        var told = counts.ToDictionary(count => (count.HalfYear, count.Kind), count => count.Cases);
        return
        [
            .. counts,
            .. from count in counts
               let total = TotalOf(count.Kind)
               where total is not null
               select new HalfYearCount(count.HalfYear, Without(count.Kind), told.GetValueOrDefault((count.HalfYear, total)) - count.Cases),
        ];
    }

    private static CellTable TableOf(List<HalfYearCount> counts)
    {
        var cells = counts.Select(count => new Cell(Id(count.HalfYear, count.Kind), count.Cases, Amount: null, Owner: ""))
            .Concat(Totals(counts).Select(total => new Cell(total.Key, total.Sum(count => count.Cases), Amount: null, Owner: ""))).ToList();
        var places = cells.Select((cell, place) => (cell.Id, place)).ToDictionary(pair => pair.Id, pair => pair.place, StringComparer.Ordinal);
        int[] PlacesOf(IEnumerable<string> ids) => [.. ids.Where(places.ContainsKey).Select(id => places[id])];
        var over = Totals(counts).Select(total => new CellSum(places[total.Key], PlacesOf(total.Select(count => Id(count.HalfYear, count.Kind)))));
        var within =
            from halfYear in counts.Select(count => count.HalfYear).Append(All).Distinct()
            from sum in Parts(counts)
            where places.ContainsKey(Id(halfYear, sum.Total))
            let parts = PlacesOf(sum.Parts.Select(kind => Id(halfYear, kind)))
            where parts.Length > 0
            select new CellSum(places[Id(halfYear, sum.Total)], parts);
        return new CellTable(cells, [.. over, .. within]);
    }

    /// <summary>The half-years that make up each year, and all of them together.</summary>
    private static IEnumerable<IGrouping<string, HalfYearCount>> Totals(List<HalfYearCount> counts) =>
        counts.GroupBy(count => Id(YearOf(count.HalfYear), count.Kind)).Concat(counts.GroupBy(count => Id(All, count.Kind)));

    /// <summary>Kinds that make up another: the wider tables what was escalated, all results the outcomes, and so each bottleneck with its opposite.</summary>
    private static IEnumerable<(string Total, string[] Parts)> Parts(List<HalfYearCount> counts)
    {
        var kinds = counts.Select(count => count.Kind).Distinct().ToList();
        yield return (Escalated, [.. kinds.Where(kind => kind.StartsWith(EscalatedPrefix, StringComparison.Ordinal))]);
        yield return (Outcomes, [.. kinds.Where(kind => kind.StartsWith(ResultPrefix, StringComparison.Ordinal))]);
        foreach (var named in kinds.Where(kind => TotalOf(kind) is not null))
            yield return (TotalOf(named)!, [named, Without(named)]);
    }

    /// <summary>What is divided into those that name this and those that do not; null: nothing is.</summary>
    private static string? TotalOf(string kind) => Array.Find(s_named, named => kind.StartsWith(named.Prefix, StringComparison.Ordinal)).Total;
}
