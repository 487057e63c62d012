using System.Diagnostics;
using Npgsql;
using Regio.Benchmarks.Load;
using Regio.Benchmarks.Servers;
using Regio.Reporting.V1;

namespace Regio.Benchmarks.Rows;

/// <summary>
/// The monitor of one municipality in a table of millions of figures, against the same question in one of 100,000; and the
/// reports of all councils, against a minute.
/// </summary>
internal sealed class MonitorScale : IRow
{
    private const int Few = 100_000;
    private const int InOneStatement = 1_000_000;
    private const int Questions = 200;
    private static readonly TimeSpan s_slowest = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan s_longest = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(10);

    public string Name => "monitor";

    public async Task<IReadOnlyList<Outcome>> MeasureAsync(Suite suite, Plan plan, TimeProvider time, CancellationToken cancellationToken)
    {
        await using var reporting = await suite.StartServiceAsync(Suite.Reporting, cancellationToken);
        await using var database = NpgsqlDataSource.Create(suite.Servers.ReportingDatabase);
        await CountryData.AddMunicipalitiesAsync(database, cancellationToken);
        await RunAsync(database, "delete from observation where indicator = 'coordination-staff' and area_id like 'GM3%'", cancellationToken);
        var own = Enumerable.Range(0, CountryData.FiguresOfAsked).Select(number => (CountryData.Asked, $"{2015 + (number % 10)}", $"deel={number / 10}"));
        await CountryData.CopyAsync(database, own.Concat(Figures(0, Few)), cancellationToken);
        await RunAsync(database, "vacuum analyze observation", cancellationToken);
        var few = await AskAsync(suite, reporting, time, cancellationToken);
        Console.WriteLine($"  {Few:N0} figures: {few:0.0} ms; {plan.ManyFigures:N0} are being added");
        for (var first = Few; first < plan.ManyFigures; first += InOneStatement)
            await CountryData.CopyAsync(database, Figures(first, Math.Min(InOneStatement, plan.ManyFigures - first)), cancellationToken);
        await RunAsync(database, "vacuum analyze observation", cancellationToken);
        var many = await AskAsync(suite, reporting, time, cancellationToken);
        Console.WriteLine($"  {plan.ManyFigures:N0} figures: {many:0.0} ms; the reports of {CountryData.Municipalities} councils are being made");
        var reports = await MakeReportsAsync(suite, reporting, time, cancellationToken);
        return
        [
            new Outcome(Name, "ms", $"GetMonitor in {plan.ManyFigures:N0} figures, p50", $"in {Few:N0}", many, few, Bound.AtMost(1.5)),
            new Outcome(Name, "ms", $"GetMonitor in {plan.ManyFigures:N0} figures, p50", "at most", many, s_slowest.TotalMilliseconds, Bound.AtMost(1)),
            new Outcome(Name, "s", $"{CountryData.Municipalities} council reports", "at most", reports.TotalSeconds, s_longest.TotalSeconds, Bound.AtMost(1)),
        ];
    }

    private static IEnumerable<(string Area, string Period, string Breakdown)> Figures(int first, int count) => Enumerable.Range(first, count).Select(CountryData.Figure);

    private static async Task<double> AskAsync(Suite suite, Service reporting, TimeProvider time, CancellationToken cancellationToken)
    {
        var client = new MonitorService.MonitorServiceClient(reporting.Channel);
        var taken = new List<double>();
        for (var number = 0; number < 2 * Questions; number++)
        {
            reporting.EnsureRuns();
            var started = Stopwatch.GetTimestamp();
            var answer = await client.GetMonitorAsync(new GetMonitorRequest { AreaId = CountryData.Asked }, suite.Options(time, cancellationToken));
            if (answer.Monitor.Figures.Count < CountryData.FiguresOfAsked)
                throw new InvalidOperationException($"The monitor shows {answer.Monitor.Figures.Count} figures.");
            if (number >= Questions)
                taken.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }

        return Quantile.Of(taken, 0.5);
    }

    private static async Task<TimeSpan> MakeReportsAsync(Suite suite, Service reporting, TimeProvider time, CancellationToken cancellationToken)
    {
        var client = new ReportService.ReportServiceClient(reporting.Channel);
        var started = Stopwatch.GetTimestamp();
        var request = new DraftEditionRequest { RequestId = Guid.CreateVersion7().ToString("D"), Title = "Proef" };
        var id = (await client.DraftEditionAsync(request, suite.Options(time, cancellationToken, role: "regiomanager"))).Edition.Id;
        while (Stopwatch.GetElapsedTime(started) < s_patience)
        {
            var edition = (await client.GetEditionAsync(new GetEditionRequest { Id = id }, suite.Options(time, cancellationToken, role: "regiomanager"))).Edition;
            if (edition.State == EditionState.Draft)
                return edition.SetAsideCount == 0 ? Stopwatch.GetElapsedTime(started) : throw new InvalidOperationException($"{edition.SetAsideCount} reports could not be made.");
            await Task.Delay(TimeSpan.FromMilliseconds(200), cancellationToken);
        }

        throw new InvalidOperationException($"The reports were not made within {s_patience}.");
    }

    private static async Task RunAsync(NpgsqlDataSource database, string sql, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(sql);
        command.CommandTimeout = 3_600;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
