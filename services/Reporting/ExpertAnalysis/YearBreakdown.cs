using Regio.Reporting.Suppression;

namespace Regio.Reporting.ExpertAnalysis;

/// <summary>How many cases of a part were registered in a year.</summary>
/// <param name="Year">Code of the year.</param>
/// <param name="Part">Code of the part: a class of ages, or a group of municipalities.</param>
/// <param name="Cases">How many.</param>
internal sealed record YearPart(string Year, string Part, long Cases);

/// <summary>
/// Divides what was registered in each year into parts, and finds which of these are not shown. All years of a part, and
/// what was registered in a year, are taken as known; and to each municipality how many of them are its own.
/// </summary>
internal static class YearBreakdown
{
    private const string All = "all";

    /// <summary>The parts of years that are not shown, as year and part.</summary>
    /// <param name="parts">The numbers, zeros among them.</param>
    /// <param name="ofOthers">The same numbers without those of one municipality; once for each municipality.</param>
    /// <param name="hiddenYears">Years of which the number of registered cases is not shown: then no part of them is.</param>
    /// <param name="protection">What this audience may see.</param>
    /// <param name="search">Finds what must not be shown in the eyes of any of these.</param>
    public static IReadOnlySet<(string Year, string Part)> Hidden(
        IReadOnlyList<YearPart> parts, IReadOnlyList<IReadOnlyList<YearPart>> ofOthers, IReadOnlySet<string> hiddenYears, Protection protection,
        Func<IReadOnlyList<CellTable>, Protection, IReadOnlySet<string>> search)
    {
        if (protection.Threshold == 0)
            return new HashSet<(string, string)>();
        var every = parts.Select(part => (part.Year, part.Part)).Distinct().ToList();
        var secret = search([.. ofOthers.Prepend(parts).Select(TableOf)], protection);
        // What was registered is shown elsewhere: where the search would hide that, no year is divided.
        var undivided = secret.Contains(Id(All, All)) || every.Exists(part => secret.Contains(Id(part.Year, All)) && !hiddenYears.Contains(part.Year));
        return every.Where(part => undivided || hiddenYears.Contains(part.Year) || secret.Contains(Id(part.Year, part.Part))).ToHashSet();
    }

    private static string Id(string year, string part) => $"{year}|{part}";

    private static CellTable TableOf(IReadOnlyList<YearPart> parts)
    {
        var cells = new List<Cell>();
        var sums = new List<CellSum>();
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        var years = parts.Select(part => part.Year).Distinct().Order(StringComparer.Ordinal).ToList();
        var codes = parts.Select(part => part.Part).Distinct().Order(StringComparer.Ordinal).ToList();
        foreach (var year in years.Append(All))
        {
            var ofYear = parts.Where(part => year == All || part.Year == year).ToList();
            foreach (var code in codes)
                Add(Id(year, code), ofYear.Where(part => part.Part == code));
            Add(Id(year, All), ofYear);
            Sum(Id(year, All), codes.Select(code => Id(year, code)));
        }

        foreach (var code in codes.Append(All))
            Sum(Id(All, code), years.Select(year => Id(year, code)));
        return new CellTable(cells, sums);

        void Add(string id, IEnumerable<YearPart> counted)
        {
            places[id] = cells.Count;
            cells.Add(new Cell(id, counted.Sum(part => part.Cases), Amount: null, Owner: ""));
        }

        void Sum(string total, IEnumerable<string> of) => sums.Add(new CellSum(places[total], [.. of.Select(id => places[id])]));
    }
}
