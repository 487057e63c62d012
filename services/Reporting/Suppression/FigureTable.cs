using Regio.Reporting.Figures;

namespace Regio.Reporting.Suppression;

/// <summary>A larger area and those that make it up.</summary>
internal sealed record AreaSum(string AreaId, IReadOnlyList<string> Parts);

/// <summary>
/// Makes one table of the figures about the same children: their counts and an amount, by area, period and breakdown, with
/// every sum that a reader can make. A breakdown names its dimensions, as in "niveau=8;verblijf=ja"; where one of them is
/// left out, the figure is the total over it.
/// </summary>
internal sealed class FigureTable
{
    private readonly Dictionary<(string AreaId, string Period, string Breakdown), int> _places = [];
    private readonly List<Cell> _cells = [];
    private readonly List<CellSum> _sums = [];
    private readonly ILookup<(string AreaId, string Period), (string Breakdown, HashSet<string> Dimensions)> _breakdowns;

    private FigureTable(IEnumerable<Observation> counts, IEnumerable<Observation> amounts, IReadOnlyList<AreaSum> areas)
    {
        var children = Numbers(counts);
        var money = Numbers(amounts);
        var municipalities = areas.SelectMany(sum => sum.Parts).Where(part => areas.All(sum => sum.AreaId != part)).ToHashSet(StringComparer.Ordinal);
        foreach (var key in children.Keys.Union(money.Keys).OrderBy(key => key.ToString(), StringComparer.Ordinal))
        {
            _places.Add(key, _cells.Count);

            // An amount of nobody knows how many children counts as one of few.
            _cells.Add(new(
                CellId(key.AreaId, key.Period, key.Breakdown), (long)children.GetValueOrDefault(key), money.Count == 0 ? null : money.GetValueOrDefault(key),
                municipalities.Contains(key.AreaId) ? key.AreaId : ""));
        }

        _breakdowns = _places.Keys.ToLookup(key => (key.AreaId, key.Period), key => (key.Breakdown, Dimensions(key.Breakdown)));
    }

    public static string CellId(string areaId, string period, string breakdown) => $"{areaId}|{period}|{breakdown}";

    /// <param name="counts">The latest counts of one indicator.</param>
    /// <param name="amounts">The latest amounts that the same children stand behind; often none.</param>
    /// <param name="areas">Which areas add up to which.</param>
    public static CellTable Of(IEnumerable<Observation> counts, IEnumerable<Observation> amounts, IReadOnlyList<AreaSum> areas)
    {
        var table = new FigureTable(counts, amounts, areas);
        foreach (var (key, place) in table._places.ToList())
        {
            foreach (var sum in areas.Where(sum => sum.AreaId == key.AreaId))
                table.AddSum(place, sum.Parts.Select(part => key with { AreaId = part }), complete: false);
            table.AddSum(place, PartsOfYear(key.Period, 4, "Q").Select(part => key with { Period = part }), complete: true);
            table.AddSum(place, PartsOfYear(key.Period, 2, "H").Select(part => key with { Period = part }), complete: true);
            foreach (var finer in table.Finer(key))
                table.AddSum(place, finer, complete: false);
        }

        return new CellTable(table._cells, table._sums);
    }

    private static Dictionary<(string AreaId, string Period, string Breakdown), decimal> Numbers(IEnumerable<Observation> observations) => observations
        .Where(o => o.ValueNumeric is not null)
        .ToDictionary(o => (o.AreaId, o.Period, o.Breakdown), o => o.ValueNumeric!.Value);

    private static IEnumerable<string> PartsOfYear(string period, int parts, string letter) =>
        period.Length == 4 ? Enumerable.Range(1, parts).Select(part => $"{period}-{letter}{part}") : [];

    /// <summary>For each dimension that a figure is the total over, the figures with a value of it.</summary>
    private IEnumerable<IEnumerable<(string AreaId, string Period, string Breakdown)>> Finer((string AreaId, string Period, string Breakdown) total)
    {
        var dimensions = Dimensions(total.Breakdown);
        return _breakdowns[(total.AreaId, total.Period)]
            .Where(finer => finer.Dimensions.Count == dimensions.Count + 1 && dimensions.IsSubsetOf(finer.Dimensions))
            .GroupBy(finer => finer.Dimensions.Except(dimensions).Single().Split('=')[0], finer => total with { Breakdown = finer.Breakdown });
    }

    private static HashSet<string> Dimensions(string breakdown) => [.. breakdown.Split(';', StringSplitOptions.RemoveEmptyEntries)];

    /// <summary>
    /// Adds a sum. What is missing of the total is a number that a reader can calculate too: a cell of its own. Parts that
    /// come to more than the total, as unique persons may, are no sum.
    /// </summary>
    private void AddSum(int total, IEnumerable<(string AreaId, string Period, string Breakdown)> keys, bool complete)
    {
        var wanted = keys.ToList();
        var parts = wanted.Where(_places.ContainsKey).Select(key => _places[key]).ToList();
        var (rest, restAmount) = (_cells[total].Children - parts.Sum(part => _cells[part].Children), _cells[total].Amount - parts.Sum(part => _cells[part].Amount ?? 0));
        var isWhole = rest == 0 && restAmount is null or 0;
        if (parts.Count == 0 || rest < 0 || restAmount < 0 || (complete && !isWhole))
            return;
        if (!isWhole)
        {
            var missing = wanted.Where(key => !_places.ContainsKey(key)).Select(key => key.AreaId).ToList();
            parts.Add(_cells.Count);
            _cells.Add(new($"{_cells[total].Id}|rest {_cells.Count}", rest, restAmount, missing.Count == 1 && missing[0] != _cells[total].Id.Split('|')[0] ? missing[0] : ""));
        }

        _sums.Add(new(total, parts));
    }
}
