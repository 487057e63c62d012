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
        var otherWork = new OtherWork(TimeProvider.System);
        var outcomes = new List<Outcome>();
        await using (var suite = await Suite.StartAsync(TimeProvider.System, cancellationToken))
        {
            foreach (var row in rows)
            {
                Console.WriteLine(row.Name);
                await otherWork.LookAsync(row.Name, cancellationToken);
                outcomes.AddRange(await row.MeasureAsync(suite, plan, TimeProvider.System, cancellationToken));
            }
        }

        Print(outcomes);
        if (otherWork.Warning is { } warning)
            Console.WriteLine(warning);
        return outcomes.All(outcome => outcome.IsReached) ? 0 : 1;
    }

    private static void Print(IReadOnlyList<Outcome> outcomes)
    {
        var table = new Table().Border(TableBorder.Ascii)
            .AddColumns("Benchmark", "What", "Ours", "Against", "Theirs", "Ratio", "Target", "");
        foreach (var outcome in outcomes)
        {
            table.AddRow(
                outcome.Row,
                outcome.Subject,
                Figure(outcome.Ours, outcome.Unit),
                outcome.Reference,
                Figure(outcome.Theirs, outcome.Unit),
                $"{outcome.Ratio:F2}",
                $"{(outcome.Bound.IsFloor ? ">=" : "<=")} {outcome.Bound.Limit:F2}",
                outcome.IsReached ? "reached" : "missed");
        }

        if (Console.IsOutputRedirected)
            AnsiConsole.Profile.Width = 200;
        AnsiConsole.Write(table);
    }

    private static string Figure(double value, string unit) => value < 100 ? $"{value:0.##} {unit}" : $"{value:N0} {unit}";

    private static string Machine()
    {
        var processor = File.ReadLines("/proc/cpuinfo").FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal));
        var memory = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / (1024.0 * 1024 * 1024);
        return $"{Environment.ProcessorCount} x {processor?.Split(':')[1].Trim() ?? "unknown processor"}, {memory:F0} GiB, {RuntimeInformation.OSDescription}, {RuntimeInformation.FrameworkDescription}";
    }
}
