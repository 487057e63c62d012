using System.Globalization;

namespace Regio.Benchmarks.Load;

/// <summary>
/// Looks whether somebody else uses the processors, at a moment when what is measured is at rest. A ratio suffers less
/// from that than a speed does, but it suffers.
/// </summary>
internal sealed class OtherWork(TimeProvider time)
{
    /// <summary>A server and a broker at rest use less than this.</summary>
    private const double Tolerated = 0.15;
    private static readonly TimeSpan s_look = TimeSpan.FromSeconds(2);

    private readonly List<string> _disturbed = [];

    /// <summary>When the machine had other work: a sentence that says so.</summary>
    public string? Warning => _disturbed.Count == 0
        ? null
        : $"Not to be trusted: the machine was busy with other work before {string.Join(", ", _disturbed)}.";

    public async Task LookAsync(string row, CancellationToken cancellationToken)
    {
        var before = Read();
        await Task.Delay(s_look, time, cancellationToken);
        var after = Read();
        var busy = 1 - ((double)(after.Idle - before.Idle) / Math.Max(1, after.All - before.All));
        if (busy > Tolerated)
            _disturbed.Add(string.Create(CultureInfo.InvariantCulture, $"{row} ({busy:P0} of the processors)"));
    }

    private static (long Idle, long All) Read()
    {
        // user nice system idle iowait irq softirq steal
        var times = File.ReadLines("/proc/stat").First().Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Skip(1).Take(8).Select(text => long.Parse(text, CultureInfo.InvariantCulture)).ToList();
        return (times[3] + times[4], times.Sum());
    }
}
