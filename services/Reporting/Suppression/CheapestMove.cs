namespace Regio.Reporting.Suppression;

/// <summary>
/// Finds other numbers that a table could hold: one cell differs by a given step, every sum stays right, no number falls
/// below zero, and what the move touches costs least. A linear programme in two variables for each cell, how far it rises
/// and how far it falls (M. Fischetti and J.J. Salazar-González, Management Science 47, 2001, section 4).
/// </summary>
internal static class CheapestMove
{
    /// <summary>Dearer than any real move: the sums must come right.</summary>
    private const decimal Forbidden = 1_000_000_000_000m;

    /// <summary>The move by cell; null when there is none.</summary>
    /// <param name="table">The cells and their sums.</param>
    /// <param name="cell">The cell that has to move.</param>
    /// <param name="step">By how much; below zero to fall.</param>
    /// <param name="values">What the cells hold.</param>
    /// <param name="isFixed">Cells that cannot move.</param>
    /// <param name="cost">What moving a cell by one costs.</param>
    public static decimal[]? Find(
        CellTable table, int cell, decimal step, IReadOnlyList<decimal> values, Func<int, bool> isFixed, Func<int, decimal> cost)
    {
        if (values[cell] + step < 0)
            return null;

        // In units of the step, so that amounts and counts have numbers of the same size.
        var unit = Math.Abs(step);
        var free = Enumerable.Range(0, table.Cells.Count).Where(i => i != cell && !isFixed(i)).ToArray();
        var programme = new LinearProgramme(table.Sums.Count);
        foreach (var i in free)
        {
            var column = Column(table, i);
            programme.Add(column, cost(i), most: null);
            programme.Add([.. column.Select(entry => (entry.Row, -entry.Factor))], cost(i), most: Math.Max(0, values[i] / unit));
        }

        foreach (var (row, factor) in Column(table, cell))
            programme.Require(row, -factor * Math.Sign(step));
        if (programme.Solve(Forbidden) is not { } found)
            return null;

        var move = new decimal[table.Cells.Count];
        move[cell] = step;
        for (var k = 0; k < free.Length; k++)
            move[free[k]] = Math.Round((found[2 * k] - found[(2 * k) + 1]) * unit, 9);
        return move;
    }

    private static List<(int Row, decimal Factor)> Column(CellTable table, int cell)
    {
        var column = new List<(int, decimal)>();
        for (var row = 0; row < table.Sums.Count; row++)
        {
            if (table.Sums[row].Total == cell)
                column.Add((row, -1));
            else if (table.Sums[row].Parts.Contains(cell))
                column.Add((row, 1));
        }

        return column;
    }
}
