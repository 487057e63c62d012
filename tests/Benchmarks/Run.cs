using System.Globalization;
using System.Runtime.InteropServices;
using Regio.Benchmarks.Load;
using Regio.Benchmarks.Rows;
using Regio.Benchmarks.Servers;
using Spectre.Console;

namespace Regio.Benchmarks;

internal static class Run
{
    /// <summary>Measures the rows one after another and prints them as a table; 1 when a target is missed.</summary>
    public static async Task<int> AllAsync(IReadOnlyList<IRow> rows, Plan plan, CancellationToken cancellationToken)
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        Console.WriteLine($"Machine: {Machine()}");
        Console.WriteLine($"{plan.Name}: {Plan.Concurrency} concurrent, median of {plan.Rounds} rounds of {plan.Round.TotalSeconds:0.#} s, taking turns");
        Console.WriteLine("Starting PostgreSQL, RabbitMQ and the service");
        var outcomes = new List<Outcome>();
        await using (var suite = await Suite.StartAsync(TimeProvider.System, cancellationToken))
        {
            foreach (var row in rows)
            {
                Console.WriteLine(row.Name);
                outcomes.Add(await row.MeasureAsync(suite, plan, TimeProvider.System, cancellationToken));
            }
        }

        Print(outcomes);
        return outcomes.All(outcome => outcome.IsReached) ? 0 : 1;
    }

    private static void Print(IReadOnlyList<Outcome> outcomes)
    {
        var table = new Table().Border(TableBorder.Ascii)
            .AddColumns("Benchmark", "What", "Median", "Against", "Median ", "Ratio", "Target", "");
        foreach (var outcome in outcomes)
        {
            table.AddRow(
                outcome.Row,
                outcome.Subject,
                $"{outcome.SubjectMedian:N0} {outcome.Unit}",
                outcome.Reference,
                $"{outcome.ReferenceMedian:N0} {outcome.Unit}",
                $"{outcome.Ratio:F2}",
                $">= {outcome.Target:F2}",
                outcome.IsReached ? "reached" : "missed");
        }

        if (Console.IsOutputRedirected)
            AnsiConsole.Profile.Width = 200;
        AnsiConsole.Write(table);
    }

    private static string Machine()
    {
        var processor = File.ReadLines("/proc/cpuinfo").FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal));
        var memory = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / (1024.0 * 1024 * 1024);
        return $"{Environment.ProcessorCount} x {processor?.Split(':')[1].Trim() ?? "unknown processor"}, {memory:F0} GiB, {RuntimeInformation.OSDescription}, {RuntimeInformation.FrameworkDescription}";
    }
}
