using System.Diagnostics;
using System.Text;
using Google.Protobuf;
using Npgsql;
using Regio.Benchmarks.Load;
using Regio.Benchmarks.Servers;
using Regio.Reporting.V1;

namespace Regio.Benchmarks.Rows;

/// <summary>
/// A file of figures read in through the service (parsed, checked, held against what is known, with lineage), against
/// COPY of as many rows into the same table, without its triggers. So both meet the same indexes, however large they are.
/// </summary>
internal sealed class BulkImport : IRow
{
    private const int PieceBytes = 64 * 1024;
    private static readonly Bound s_target = Bound.AtLeast(0.35);

    public string Name => "import";

    public async Task<IReadOnlyList<Outcome>> MeasureAsync(Suite suite, Plan plan, TimeProvider time, CancellationToken cancellationToken)
    {
        await using var reporting = await suite.StartServiceAsync(Suite.Reporting, cancellationToken);
        await using var database = NpgsqlDataSource.Create(suite.Servers.ReportingDatabase);
        await CountryData.AddMunicipalitiesAsync(database, cancellationToken);
        await using var bare = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(suite.Servers.ReportingDatabase) { Options = "-c session_replication_role=replica" });
        var client = new ImportService.ImportServiceClient(reporting.Channel);
        Console.WriteLine($"  {plan.Figures:N0} lines to warm up, and {plan.Rounds} times as many that count");
        var (ours, theirs) = (new List<double>(), new List<double>());
        for (var round = 0; round <= plan.Rounds; round++)
        {
            var first = plan.ManyFigures + (2 * round * plan.Figures);
            var file = File(Enumerable.Range(first, plan.Figures).Select(CountryData.Figure));
            var figures = Enumerable.Range(first + plan.Figures, plan.Figures).Select(CountryData.Figure).ToList();
            var started = Stopwatch.GetTimestamp();
            await ImportAsync(client, suite, time, $"ronde-{round}.csv", file, cancellationToken);
            var imported = plan.Figures / Stopwatch.GetElapsedTime(started).TotalSeconds;
            started = Stopwatch.GetTimestamp();
            await CountryData.CopyAsync(bare, figures, cancellationToken);
            var copied = plan.Figures / Stopwatch.GetElapsedTime(started).TotalSeconds;
            Console.WriteLine($"  round {round} of {plan.Rounds}: import {imported:N0}/s, COPY {copied:N0}/s");
            if (round == 0)
                continue;
            ours.Add(imported);
            theirs.Add(copied);
        }

        return [new Outcome(Name, "lines/s", "ImportObservations", "COPY of as many", Quantile.Of(ours, 0.5), Quantile.Of(theirs, 0.5), s_target)];
    }

    private static byte[] File(IEnumerable<(string Area, string Period, string Breakdown)> figures)
    {
        var text = new StringBuilder("Indicator;Area;Period;Breakdown;Value;Status\n");
        foreach (var (area, period, breakdown) in figures)
            text.Append("coordination-staff;").Append(area).Append(';').Append(period).Append(';').Append(breakdown).Append(";7;\n");
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static async Task ImportAsync(
        ImportService.ImportServiceClient client, Suite suite, TimeProvider time, string name, byte[] file, CancellationToken cancellationToken)
    {
        using var call = client.ImportObservations(suite.Options(time, cancellationToken, TimeSpan.FromMinutes(10)));
        var header = new ImportHeader { Format = ImportFormat.ObservationsCsv, FileName = name, Source = new() { Title = "Proefbron", Place = "blad 1" } };
        await call.RequestStream.WriteAsync(new() { Header = header }, cancellationToken);
        for (var at = 0; at < file.Length; at += PieceBytes)
            await call.RequestStream.WriteAsync(new() { Chunk = UnsafeByteOperations.UnsafeWrap(file.AsMemory(at, Math.Min(PieceBytes, file.Length - at))) }, cancellationToken);
        await call.RequestStream.CompleteAsync();
        var report = await call;
        if (!report.Stored)
            throw new InvalidOperationException($"The file was refused: {report.Faults.FirstOrDefault()}");
    }
}
