namespace Regio.Reporting.Charts;

/// <summary>
/// A scale with round steps that holds all values and zero, since a scale that begins elsewhere makes small differences
/// look large.
/// </summary>
/// <param name="Low">Where it begins.</param>
/// <param name="High">Where it ends.</param>
/// <param name="Step">From one line to the next: 1, 2 or 5 times a power of ten.</param>
internal sealed record ChartScale(decimal Low, decimal High, decimal Step)
{
    private const int MostSteps = 5;

    private static readonly decimal[] RoundTimes = [1, 2, 5, 10];

    public IEnumerable<decimal> Ticks
    {
        get
        {
            for (var tick = Low; tick <= High; tick += Step)
                yield return tick;
        }
    }

    public static ChartScale Of(IEnumerable<decimal> values)
    {
        var all = values.Append(0).ToList();
        var (low, high) = (all.Min(), all.Max());
        if (low == high)
            return new ChartScale(0, 1, 1);
        var step = RoundStep((high - low) / MostSteps);
        return new ChartScale(Math.Floor(low / step) * step, Math.Ceiling(high / step) * step, step);
    }

    /// <summary>Where a value lies between the ends, from 0 to 1.</summary>
    public decimal Place(decimal value) => (value - Low) / (High - Low);

    private static decimal RoundStep(decimal least)
    {
        var power = 1m;
        while (power * 10 <= least)
            power *= 10;
        while (power > least)
            power /= 10;
        return power * RoundTimes.First(times => power * times >= least);
    }
}
