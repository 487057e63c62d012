using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Regio.Benchmarks.Load;
using Regio.Benchmarks.Servers;

namespace Regio.Benchmarks.Rows;

/// <summary>
/// How long the whole suite takes from the start of the app host until everything is healthy, against its own critical path:
/// the longest chain of resources that wait for each other. What is beyond that is the app host's.
/// </summary>
internal sealed partial class Up : IRow
{
    private static readonly Bound s_overhead = Bound.AtMost(1.3);
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(100);

    public string Name => "up";

    public async Task<IReadOnlyList<Outcome>> MeasureAsync(Suite suite, Plan plan, TimeProvider time, CancellationToken cancellationToken)
    {
        var state = Directory.CreateTempSubdirectory("regio-benchmarks-up-");
        try
        {
            return
            [
                await StartAsync(state.FullName, "first start", time, cancellationToken),
                await StartAsync(state.FullName, "start with data", time, cancellationToken),
            ];
        }
        finally
        {
            // Under root a volume is a link to a folder that the server's account owns.
            if (new DirectoryInfo(Path.Combine(state.FullName, "data", "regio-postgres")).ResolveLinkTarget(returnFinalTarget: true) is DirectoryInfo data)
                data.Parent!.Delete(recursive: true);
            state.Delete(recursive: true);
        }
    }

    private async Task<Outcome> StartAsync(string state, string subject, TimeProvider time, CancellationToken cancellationToken)
    {
        Console.WriteLine($"  {subject}");
        var report = Path.Combine(state, "start-report.txt");
        File.Delete(report);
        // Beside a suite that runs already.
        string[] arguments = [$"--Regio:StateDirectory={state}", "--DcpPublisher:RandomizePorts=true"];
        await using var host = ServerProcess.Start(Suite.Assembly("AppHost"), arguments, []);
        var started = Stopwatch.GetTimestamp();
        while (!File.Exists(report))
        {
            host.EnsureRuns();
            if (Stopwatch.GetElapsedTime(started) > s_patience)
                throw new InvalidOperationException($"The suite was not healthy after {s_patience}.");
            await Task.Delay(s_pause, time, cancellationToken);
        }

        var said = await File.ReadAllTextAsync(report, cancellationToken);
        Console.WriteLine($"  {said.TrimEnd()}");
        await host.StopAsync(cancellationToken);
        var figures = Report().Match(said);
        return new Outcome(Name, "s", subject, "its critical path", Seconds(figures, "total"), Seconds(figures, "path"), s_overhead);
    }

    private static double Seconds(Match figures, string name) => double.Parse(figures.Groups[name].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex("after (?<total>[0-9.]+) s, .* critical path of (?<path>[0-9.]+) s", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Report();
}
