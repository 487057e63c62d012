namespace Regio.Reporting.Suppression;

/// <summary>
/// Chooses what is not shown. A count below the threshold is hidden, and the amount with it; then further cells, until
/// what is shown leaves enough open about each hidden one:
/// <list type="bullet">
/// <item>a small count can still be anything from 0 to just below the threshold;</item>
/// <item>a larger count that is hidden for the sake of another has as many possible values as the threshold says;</item>
/// <item>an amount can be so many percent more or less than it is;</item>
/// <item>a municipality that knows its own cells of the table still cannot tell a hidden one of another.</item>
/// </list>
/// Each of these is shown by a move: other numbers that add up to the same published ones. A cell that takes part in a
/// move is hidden, so what is chosen is safe by construction and not by having looked for ways to break it.
/// </summary>
internal sealed class CellSuppression
{
    /// <summary>Above this the search takes too long for a page: then all totals of a small count are hidden with it.</summary>
    private const int MostCells = 500;

    /// <summary>
    /// Above this, in cells by sums of all views together, the search in the eyes of each takes too long for a page: then their
    /// small counts are hidden, and what protects these is searched for who knows no more than is published.
    /// </summary>
    private const int MostInViews = 20_000;

    private readonly CellTable _table;
    private readonly Protection _protection;
    private readonly string[] _insiders;
    private readonly bool[] _hidden;
    private readonly Measure[] _measures;

    private CellSuppression(CellTable table, Protection protection)
    {
        _table = table.WithOwnTotals();
        _protection = protection;
        _hidden = [.. table.Cells.Select(cell => cell.Children < protection.Threshold)];
        _insiders = [.. _table.Cells.Select(cell => cell.Owner).Where(owner => owner.Length > 0).Distinct().Order(StringComparer.Ordinal)];
        var counts = new Measure(table, IsCount: true, [.. table.Cells.Select(cell => (decimal)cell.Children)]);
        _measures = table.Cells.Any(cell => cell.Amount is not null)
            ? [counts, new Measure(table, IsCount: false, [.. table.Cells.Select(cell => cell.Amount ?? 0)])]
            : [counts];
    }

    /// <summary>The ids of the cells that must not be shown. The same table always gives the same answer.</summary>
    public static IReadOnlySet<string> Hidden(CellTable table, Protection protection) => HiddenInAll([table], protection);

    /// <summary>
    /// The ids of the cells that must not be shown where several know more than is published, each something else. A view is
    /// the table as one of them can make it: what is known is taken off, and a cell that keeps its id is known to them where
    /// that id is published. What one view needs hidden is hidden in all of them, until none needs more. The first view is
    /// that of who knows no more than is published.
    /// </summary>
    public static IReadOnlySet<string> HiddenInAll(IReadOnlyList<CellTable> views, Protection protection)
    {
        var hidden = new HashSet<string>(StringComparer.Ordinal);
        if (protection.Threshold <= 0)
            return hidden;
        var searches = views.Select(view => new CellSuppression(view, protection)).ToList();

        // All small counts first: a cell that one view hides anyway costs another view nothing.
        foreach (var search in searches)
            hidden.UnionWith(search.HiddenIds());
        if (views.Sum(view => view.Cells.Count * view.Sums.Count) > MostInViews)
            searches = searches[..1];
        int before;
        do
        {
            before = hidden.Count;
            foreach (var search in searches)
            {
                search.Hide(hidden);
                hidden.UnionWith(search.HiddenIds());
            }
        }
        while (hidden.Count > before);
        return hidden;
    }

    private IEnumerable<string> HiddenIds() => _table.Cells.Where((_, i) => _hidden[i]).Select(cell => cell.Id);

    /// <summary>Hides these cells, and whatever must be hidden beside what is hidden by now.</summary>
    private void Hide(HashSet<string> ids)
    {
        for (var i = 0; i < _hidden.Length; i++)
            _hidden[i] |= ids.Contains(_table.Cells[i].Id);
        if (_hidden.Length > MostCells)
            HideTotals();
        else
            Search();
    }

    /// <summary>With its totals a cell can rise by anything and fall to nothing.</summary>
    private void HideTotals()
    {
        foreach (var cell in Enumerable.Range(0, _hidden.Length).Where(cell => _hidden[cell]).SelectMany(_table.WithTotals).ToList())
            _hidden[cell] = true;
    }

    /// <summary>A cell that was added needs protection itself.</summary>
    private void Search()
    {
        bool more;
        do
            more = Array.Exists(_hidden, hidden => !hidden) && HidesMore();
        while (more);
    }

    /// <summary>Protects every cell that is hidden by now; tells whether that hid another.</summary>
    private bool HidesMore()
    {
        var before = _hidden.Count(hidden => hidden);
        for (var cell = 0; cell < _hidden.Length; cell++)
        {
            if (!_hidden[cell])
                continue;
            foreach (var measure in _measures)
            {
                foreach (var (insider, low, high) in Needed(cell, measure))
                {
                    Protect(cell, measure, insider, high);
                    Protect(cell, measure, insider, low);
                }
            }
        }

        return _hidden.Count(hidden => hidden) > before;
    }

    /// <summary>The steps by which a hidden cell must be able to differ from what it is, for whom.</summary>
    private IEnumerable<(string Insider, decimal Low, decimal High)> Needed(int cell, Measure measure)
    {
        var value = measure.Values[cell];
        var most = _protection.Threshold - 1;
        var margin = Math.Abs(value) * _protection.MoneyPercent / 100m;
        var (low, high) = measure.IsCount ? value <= most ? (-value, most - value) : (-most, 0) : (-margin, margin);
        yield return ("", low, high);

        var least = measure.IsCount ? 1 : margin;
        foreach (var insider in _insiders.Where(insider => insider != _table.Cells[cell].Owner))
            yield return high > 0 || low == 0 ? (insider, 0, least) : (insider, -least, 0);
    }

    private void Protect(int cell, Measure measure, string insider, decimal step)
    {
        if (step == 0 || measure.Reaches(cell, insider, step))
            return;
        var move = Cheapest(cell, measure, insider, step) ?? WithTotals(cell, measure, step);
        measure.Remember(move, _insiders);
        for (var i = 0; i < move.Length; i++)
            _hidden[i] |= move[i] != 0;
    }

    /// <summary>The move that hides least. A count of children moves by whole steps or not at all.</summary>
    private decimal[]? Cheapest(int cell, Measure measure, string insider, decimal step)
    {
        var move = CheapestMove.Find(
            _table, cell, step, measure.Values, i => insider.Length > 0 && _table.Cells[i].Owner == insider, i => _hidden[i] ? 0 : 1 + _table.Cells[i].Children);
        return move is not null && _table.Keeps(move) && (!measure.IsCount || move.All(decimal.IsInteger)) ? move : null;
    }

    /// <summary>Where no cheaper move is found, the cell and all totals above it move together; in the last resort all is hidden.</summary>
    private decimal[] WithTotals(int cell, Measure measure, decimal step)
    {
        var together = _table.WithTotals(cell);
        decimal[] move = [.. _table.Cells.Select((_, i) => together.Contains(i) ? step : 0)];
        if (_table.Keeps(move) && together.All(i => measure.Values[i] + step >= 0))
            return move;
        Array.Fill(_hidden, value: true);
        return new decimal[_hidden.Length];
    }
}
