namespace Regio.Reporting.Suppression;

/// <summary>
/// A small linear programme: least cost, equations, variables from zero up to a bound. Solved by the simplex method with
/// bounds and Bland's rule, which never goes round in circles. The sums of a table have few and whole coefficients, so
/// decimals are exact enough to tell zero from not zero.
/// </summary>
internal sealed class LinearProgramme(int rows)
{
    private const decimal Nothing = 0.000_000_000_001m;

    private readonly List<Variable> _variables = [];
    private readonly decimal[] _required = new decimal[rows];

    /// <summary>Adds a variable with its coefficients, cost and bound; its number is its place in the answer.</summary>
    public void Add(IReadOnlyList<(int Row, decimal Factor)> column, decimal cost, decimal? most) => _variables.Add(new(column, cost, most));

    /// <summary>What an equation has to come to.</summary>
    public void Require(int row, decimal value) => _required[row] += value;

    /// <summary>The cheapest values of the variables; null when the equations cannot be met.</summary>
    /// <param name="forbidden">A cost above that of any answer.</param>
    public decimal[]? Solve(decimal forbidden)
    {
        var tableau = new Tableau(_variables, _required, forbidden);
        while (tableau.Entering() is { } column)
            tableau.Enter(column);
        return tableau.Answer();
    }

    private sealed record Variable(IReadOnlyList<(int Row, decimal Factor)> Column, decimal Cost, decimal? Most);

    /// <summary>The equations solved for one variable each. A variable that is out of the basis stands at zero, if need be counted down from its bound.</summary>
    private sealed class Tableau
    {
        private readonly IReadOnlyList<Variable> _variables;
        private readonly decimal[][] _rows;
        private readonly decimal[] _values;
        private readonly decimal[] _costs;
        private readonly int[] _basis;
        private readonly bool[] _fromBound;

        public Tableau(IReadOnlyList<Variable> variables, decimal[] required, decimal forbidden)
        {
            _variables = variables;
            var all = variables.Count + required.Length;
            _rows = [.. required.Select(_ => new decimal[all])];
            _values = [.. required.Select(Math.Abs)];
            _costs = [.. variables.Select(variable => variable.Cost), .. required.Select(_ => forbidden)];
            _basis = [.. required.Select((_, row) => variables.Count + row)];
            _fromBound = new bool[all];
            for (var j = 0; j < variables.Count; j++)
            {
                foreach (var (row, factor) in variables[j].Column)
                    _rows[row][j] = required[row] < 0 ? -factor : factor;
            }

            for (var row = 0; row < required.Length; row++)
            {
                _rows[row][_basis[row]] = 1;
                Subtract(_costs, _rows[row], forbidden);
            }
        }

        /// <summary>A variable that makes it cheaper; null at the end.</summary>
        public int? Entering()
        {
            for (var j = 0; j < _costs.Length; j++)
            {
                if (_costs[j] < -Nothing)
                    return j;
            }

            return null;
        }

        /// <summary>Raises a variable until another reaches zero or its bound, or it reaches its own.</summary>
        public void Enter(int column)
        {
            var (leaving, most) = (-1, Most(column));
            for (var row = 0; row < _rows.Length; row++)
            {
                if (Room(row, column) is { } room && (most is null || room < most || (room == most && leaving >= 0 && _basis[row] < _basis[leaving])))
                    (leaving, most) = (row, room);
            }

            if (leaving < 0)
            {
                CountFromOtherEnd(column, most ?? throw new InvalidOperationException("No cost is below zero, so there is a cheapest answer."));
                return;
            }

            if (_rows[leaving][column] < 0)
                TurnBasic(leaving);
            Pivot(leaving, column);
        }

        public decimal[]? Answer()
        {
            var answer = new decimal[_variables.Count];
            for (var row = 0; row < _rows.Length; row++)
            {
                if (_basis[row] < _variables.Count)
                    answer[_basis[row]] = _values[row];
                else if (_values[row] > Nothing)
                    return null;
            }

            for (var j = 0; j < answer.Length; j++)
                answer[j] = _fromBound[j] ? Most(j)!.Value - answer[j] : answer[j];
            return answer;
        }

        private decimal? Most(int column) => column < _variables.Count ? _variables[column].Most : null;

        /// <summary>How far the column can rise before the variable of this row is at an end.</summary>
        private decimal? Room(int row, int column)
        {
            var factor = _rows[row][column];
            if (factor > Nothing)
                return _values[row] / factor;
            return factor < -Nothing && Most(_basis[row]) is { } most ? (most - _values[row]) / -factor : null;
        }

        private void CountFromOtherEnd(int column, decimal bound)
        {
            for (var row = 0; row < _rows.Length; row++)
            {
                _values[row] -= _rows[row][column] * bound;
                _rows[row][column] = -_rows[row][column];
            }

            _costs[column] = -_costs[column];
            _fromBound[column] = !_fromBound[column];
        }

        private void TurnBasic(int row)
        {
            var basic = _basis[row];
            for (var j = 0; j < _costs.Length; j++)
                _rows[row][j] = j == basic ? 1 : -_rows[row][j];
            _values[row] = Most(basic)!.Value - _values[row];
            _fromBound[basic] = !_fromBound[basic];
        }

        private void Pivot(int leaving, int column)
        {
            var pivot = _rows[leaving];
            var factor = pivot[column];
            for (var j = 0; j < pivot.Length; j++)
            {
                if (pivot[j] != 0)
                    pivot[j] /= factor;
            }

            _values[leaving] /= factor;
            for (var row = 0; row < _rows.Length; row++)
            {
                if (row == leaving || _rows[row][column] == 0)
                    continue;
                _values[row] = Math.Max(0, _values[row] - (_rows[row][column] * _values[leaving]));
                Subtract(_rows[row], pivot, _rows[row][column]);
            }

            Subtract(_costs, pivot, _costs[column]);
            _basis[leaving] = column;
        }

        private static void Subtract(decimal[] from, decimal[] row, decimal times)
        {
            for (var j = 0; j < row.Length; j++)
            {
                if (row[j] != 0)
                    from[j] -= times * row[j];
            }
        }
    }
}
