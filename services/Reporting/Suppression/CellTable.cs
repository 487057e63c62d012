namespace Regio.Reporting.Suppression;

/// <summary>One published number with the children behind it.</summary>
/// <param name="Id">What it is, unique in its table.</param>
/// <param name="Children">How many children it counts, or how many stand behind its amount.</param>
/// <param name="Amount">Money, in any unit that is the same for the whole table; absent in a table of counts alone.</param>
/// <param name="Owner">The municipality that knows it anyway, since it is about its own children; empty for a region.</param>
internal sealed record Cell(string Id, long Children, decimal? Amount, string Owner);

/// <summary>A total and the parts that add up to it, by their place in the table.</summary>
internal sealed record CellSum(int Total, IReadOnlyList<int> Parts);

/// <summary>Numbers that are published together, and every sum by which a reader can calculate one from others.</summary>
internal sealed record CellTable(IReadOnlyList<Cell> Cells, IReadOnlyList<CellSum> Sums)
{
    /// <summary>Whether moving the cells by these steps leaves every sum right.</summary>
    public bool Keeps(IReadOnlyList<decimal> steps) =>
        Sums.All(sum => sum.Parts.Sum(part => steps[part]) == steps[sum.Total]);

    /// <summary>The same table, in which who knows all parts of a total knows the total.</summary>
    public CellTable WithOwnTotals()
    {
        var cells = Cells.ToArray();
        foreach (var sum in Sums.Where(sum => sum.Parts.Select(part => cells[part].Owner).Distinct().Count() == 1 && cells[sum.Total].Owner.Length == 0))
            cells[sum.Total] = cells[sum.Total] with { Owner = cells[sum.Parts[0]].Owner };
        return this with { Cells = cells };
    }

    /// <summary>A cell with all totals that it is part of, and those that these are part of.</summary>
    public IReadOnlySet<int> WithTotals(int cell)
    {
        var found = new HashSet<int> { cell };
        var open = new Queue<int>(found);
        while (open.TryDequeue(out var part))
        {
            foreach (var sum in Sums.Where(sum => sum.Parts.Contains(part) && found.Add(sum.Total)))
                open.Enqueue(sum.Total);
        }

        return found;
    }
}

/// <summary>What an audience may see.</summary>
/// <param name="Threshold">The lowest count that is shown; 0: everything is.</param>
/// <param name="MoneyPercent">How uncertain an amount that is hidden has to stay, in percent of itself, above and below.</param>
internal sealed record Protection(int Threshold, int MoneyPercent);
