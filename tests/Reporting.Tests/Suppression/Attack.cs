using Regio.Reporting.Suppression;

namespace Regio.Reporting.Tests.Suppression;

/// <summary>
/// Somebody who tries to calculate hidden numbers from published ones, with whole numbers and every sum: a search over all
/// tables that agree with what is published. It shares nothing with the way in which cells are chosen.
/// </summary>
internal sealed class Attack
{
    private const int MostSteps = 5_000;

    private readonly CellTable _table;
    private readonly bool[] _open;
    private readonly long[] _values;
    private readonly long _most;

    /// <param name="table">The table.</param>
    /// <param name="hidden">The ids that are not published.</param>
    /// <param name="money">Whether amounts are what is looked for, and not counts.</param>
    /// <param name="insider">Whose own cells are known to the attacker; empty: nobody's.</param>
    public Attack(CellTable table, IReadOnlySet<string> hidden, bool money = false, string insider = "")
    {
        _table = table;
        _values = [.. table.Cells.Select(cell => money ? (long)cell.Amount!.Value : cell.Children)];
        _open = [.. table.Cells.Select(cell => hidden.Contains(cell.Id) && (insider.Length == 0 || cell.Owner != insider))];
        _most = (2 * _values.Max()) + 50;
    }

    /// <summary>Whether a cell could hold a number within these bounds, going by what is published.</summary>
    public bool CouldBe(int cell, long low, long high)
    {
        var distance = Math.Max(Math.Max(low - _values[cell], _values[cell] - high), 1);

        // Tables that differ little from the real one are soonest found; only when there are none, all are searched.
        return Exists(cell, low, high, distance) ?? Exists(cell, low, high, 3 * distance) ?? Exists(cell, low, high, _most)
            ?? throw new InvalidOperationException("The search takes too long to say anything.");
    }

    /// <summary>True when there is one among those that differ so little; null when nothing is known.</summary>
    private bool? Exists(int cell, long low, long high, long most)
    {
        var bounds = _values.Select((value, i) => _open[i] ? (Math.Max(0, value - most), value + most) : (value, value)).ToArray();
        bounds[cell] = (Math.Max(bounds[cell].Item1, low), Math.Min(bounds[cell].Item2, high));
        var steps = 0;
        var found = Exists(bounds, ref steps);
        return found ? true : steps <= MostSteps && most == _most ? false : null;
    }

    private bool Exists((long Low, long High)[] bounds, ref int steps)
    {
        if (++steps > MostSteps || !Narrow(bounds))
            return false;
        var next = Enumerable.Range(0, bounds.Length).Where(i => bounds[i].Low < bounds[i].High).OrderBy(i => bounds[i].High - bounds[i].Low).Select(i => (int?)i).FirstOrDefault();
        if (next is not { } cell)
            return true;

        // Nearest to the real value first: a table that differs little is found soonest.
        var (low, high) = bounds[cell];
        foreach (var value in Enumerable.Range(0, (int)(high - low + 1)).Select(k => low + k).OrderBy(value => Math.Abs(value - _values[cell])))
        {
            var tried = bounds.ToArray();
            tried[cell] = (value, value);
            if (Exists(tried, ref steps))
                return true;
        }

        return false;
    }

    /// <summary>Takes out what a sum excludes, again and again; false when nothing is left.</summary>
    private bool Narrow((long Low, long High)[] bounds)
    {
        bool changed;
        do
        {
            changed = false;
            foreach (var sum in _table.Sums)
            {
                var (low, high) = (sum.Parts.Sum(part => bounds[part].Low), sum.Parts.Sum(part => bounds[part].High));
                changed |= Cut(bounds, sum.Total, low, high);
                foreach (var part in sum.Parts)
                    changed |= Cut(bounds, part, bounds[sum.Total].Low - (high - bounds[part].High), bounds[sum.Total].High - (low - bounds[part].Low));
            }

            if (bounds.Any(bound => bound.Low > bound.High))
                return false;
        }
        while (changed);
        return true;
    }

    private static bool Cut((long Low, long High)[] bounds, int cell, long low, long high)
    {
        var cut = (Math.Max(bounds[cell].Low, low), Math.Min(bounds[cell].High, high));
        if (cut == bounds[cell] || bounds[cell].Low > bounds[cell].High)
            return false;
        bounds[cell] = cut;
        return true;
    }
}
