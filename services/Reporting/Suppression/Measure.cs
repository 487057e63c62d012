namespace Regio.Reporting.Suppression;

/// <summary>The counts, or the amounts, of a table, with how far each cell is known to be able to move.</summary>
internal sealed record Measure(CellTable Table, bool IsCount, decimal[] Values)
{
    private readonly Dictionary<(int Cell, string Insider), (decimal Low, decimal High)> _reach = [];

    /// <summary>Whether a move that was found before takes the cell at least so far, without touching what the insider knows.</summary>
    public bool Reaches(int cell, string insider, decimal step) =>
        _reach.TryGetValue((cell, insider), out var reach) && reach.Low <= step && step <= reach.High;

    /// <summary>Notes how far a move takes each cell, for the public and for each insider whose own cells stay.</summary>
    public void Remember(decimal[] move, IEnumerable<string> insiders)
    {
        string[] fooled = ["", .. insiders.Where(insider => !move.Where((step, i) => step != 0 && Table.Cells[i].Owner == insider).Any())];
        for (var cell = 0; cell < move.Length; cell++)
        {
            foreach (var insider in fooled.Where(_ => move[cell] != 0))
            {
                var (low, high) = _reach.GetValueOrDefault((cell, insider));
                _reach[(cell, insider)] = (Math.Min(low, move[cell]), Math.Max(high, move[cell]));
            }
        }
    }
}
