using Aspire.Dashboard.Telemetry;
using Aspire.Dashboard.Telemetry.Metrics;

namespace Aspire.Dashboard.Pages;

/// <summary>Turns values and moments into places of a drawing.</summary>
internal sealed class Chart
{
    public const int Width = 800;
    public const int Height = 320;
    public const int Left = 64;
    public const int Bottom = 28;
    private const int Top = 12;
    public const int Right = 30;
    private const int Steps = 5;

    private readonly Moment _since;
    private readonly TimeSpan _length;
    private readonly double _low;
    private readonly double _high;

    public Chart(IReadOnlyList<ChartLine> lines, Moment since, Moment until)
    {
        (_since, _length) = (since, until - since);
        var values = lines.SelectMany(line => line.Points).Select(point => point.Value).ToList();
        _low = Math.Min(0, values.DefaultIfEmpty(0).Min());
        _high = Math.Max(0, values.DefaultIfEmpty(1).Max());
        if (_high <= _low)
            _high = _low + 1;
        var step = NiceStep((_high - _low) / Steps);
        _low = Math.Floor(_low / step) * step;
        _high = Math.Ceiling(_high / step) * step;
        Values = [.. Enumerable.Range(0, (int)Math.Round((_high - _low) / step) + 1).Select(i => _low + (i * step))];
        Moments = [.. Enumerable.Range(0, Steps + 1).Select(i => new Moment(since.Nanoseconds + ((until.Nanoseconds - since.Nanoseconds) / Steps * i)))];
    }

    /// <summary>Where the lines across stand.</summary>
    public IReadOnlyList<double> Values { get; }

    /// <summary>Where the times below stand.</summary>
    public IReadOnlyList<Moment> Moments { get; }

    public double X(Moment time) => Left + ((time - _since) / _length * (Width - Left - Right));

    public double Y(double value) => Height - Bottom - ((value - _low) / (_high - _low) * (Height - Bottom - Top));

    public string Path(ChartLine line) =>
        string.Join(' ', line.Points.Select(point => $"{Show.Coordinate(X(point.Time))},{Show.Coordinate(Y(point.Value))}"));

    /// <summary>1, 2 or 5 times a power of ten: what people count in.</summary>
    private static double NiceStep(double rough)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        return (rough / power) switch
        {
            <= 1 => power,
            <= 2 => 2 * power,
            <= 5 => 5 * power,
            _ => 10 * power,
        };
    }
}
