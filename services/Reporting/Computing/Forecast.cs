namespace Regio.Reporting.Computing;

/// <summary>What a coming year may bring.</summary>
/// <param name="Year">The year.</param>
/// <param name="Value">The forecast.</param>
/// <param name="Low">Lower end of the band.</param>
/// <param name="High">Upper end of the band.</param>
internal sealed record ForecastYear(int Year, decimal Value, decimal Low, decimal High);

/// <summary>A forecast, with how far the same method was off for years that are known.</summary>
/// <param name="Method">last: the last year stays; line: the line through the years goes on.</param>
/// <param name="MeanError">How far it was off on average, one year ahead.</param>
/// <param name="LargestError">How far it was off at most, one year ahead.</param>
/// <param name="TestedYears">For how many years that was tried.</param>
/// <param name="Years">The coming years.</param>
internal sealed record Forecast(string Method, decimal MeanError, decimal LargestError, int TestedYears, IReadOnlyList<ForecastYear> Years)
{
    /// <summary>A line through two years is no line, and one test is no test.</summary>
    public const int LeastYears = 5;

    private const int LeastToStart = 3;
    private const int Decimals = 2;

    /// <summary>
    /// Forecasts from years that count the same. Two methods are tried on the past, each time with the years before one
    /// alone, and the one that was off least is used. The band is as wide as the largest miss, and as many times that as
    /// the years lie ahead: a promise of the past, not of a distribution that so few years cannot show.
    /// </summary>
    /// <returns>Null when there are too few years.</returns>
    public static Forecast? Of(Segment segment, int yearsAhead, bool mayBeNegative)
    {
        var years = segment.Years.Select(year => (year.Year, year.Value)).ToList();
        if (years.Count < LeastYears)
            return null;
        var best = new (string Name, Func<IReadOnlyList<(int X, decimal Y)>, int, decimal> Predict)[]
        {
            ("last", (known, _) => known[^1].Y),
            ("line", (known, year) => Line.Through(known).At(year)),
        }.Select(method => (method.Name, method.Predict, Errors: Misses(years, method.Predict))).MinBy(tried => tried.Errors.Average());
        var largest = best.Errors.Max();
        return new(
            best.Name, Rounded(best.Errors.Average()), Rounded(largest), best.Errors.Count,
            [.. Enumerable.Range(1, yearsAhead).Select(ahead => Year(best.Predict(years, years[^1].Year + ahead), years[^1].Year + ahead, largest * ahead, mayBeNegative))]);
    }

    private static List<decimal> Misses(List<(int X, decimal Y)> years, Func<IReadOnlyList<(int X, decimal Y)>, int, decimal> predict) =>
        [.. Enumerable.Range(LeastToStart, years.Count - LeastToStart).Select(known => Math.Abs(years[known].Y - predict(years[..known], years[known].X)))];

    private static ForecastYear Year(decimal value, int year, decimal width, bool mayBeNegative)
    {
        decimal Bounded(decimal number) => Rounded(mayBeNegative ? number : Math.Max(0, number));
        return new(year, Bounded(value), Bounded(value - width), Bounded(value + width));
    }

    private static decimal Rounded(decimal value) => Math.Round(value, Decimals, MidpointRounding.AwayFromZero);
}
