using Aspire.Dashboard.Telemetry.Journal;
using Google.Protobuf;
using Regio.Dashboard.Tests.Hosting;

namespace Regio.Dashboard.Tests.Telemetry;

/// <summary>Telemetry is there after a restart, as far as the limit of the files goes.</summary>
public sealed class JournalTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("regio-dashboard-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Telemetry_is_there_after_a_restart_of_the_dashboard()
    {
        await using (var first = await StartAsync())
        {
            await first.ExportAsync(Samples.TraceService, Samples.Traces("a", Samples.Span(1, 1, 0, "work", 0, 1)).ToByteArray());
            await first.ExportAsync(Samples.LogsService, Samples.Logs("a", Samples.Log("said")).ToByteArray());
            await first.ExportAsync(Samples.MetricsService, Samples.Metrics("a", Samples.Counter("requests", 30, 1)).ToByteArray());
        }

        await using var second = await StartAsync();
        Assert.Equal((1, 1, 1), (
            second.Get<Aspire.Dashboard.Telemetry.Traces.TraceStore>().Held.Spans,
            second.Get<Aspire.Dashboard.Telemetry.Logs.LogStore>().Held.Logs,
            second.Get<Aspire.Dashboard.Telemetry.Metrics.MetricStore>().Held.Points));
        Assert.False(second.Drops.Any);
    }

    [Fact]
    public async Task A_second_dashboard_on_the_same_folder_keeps_nothing_and_says_so()
    {
        await using var first = await StartAsync();
        await using var second = await StartAsync();

        Assert.Null(first.Get<TelemetryJournal>().Fault);
        Assert.NotNull(second.Get<TelemetryJournal>().Fault);
        using var visitor = await second.NewVisitorAsync();
        Assert.Contains("Nothing is kept", await visitor.GetStringAsync("/limits"), StringComparison.Ordinal);
    }

    [Fact]
    public void Wherever_a_file_breaks_off_the_records_before_are_read()
    {
        byte[][] records = [[1], [2, 2, 2], [], [4, 4, 4, 4, 4, 4, 4, 4, 4]];
        Append(1_000_000, records);
        var file = _folder.GetFiles("traces.*").Single();
        var whole = File.ReadAllBytes(file.FullName);

        for (var length = 0; length < whole.Length; length++)
        {
            File.WriteAllBytes(file.FullName, whole[..length]);
            var (read, damaged) = Read();
            Assert.Equal(records.Take(read.Count), read);
            Assert.Equal(8 * read.Count + read.Sum(record => record.Length) < length ? 1 : 0, damaged);
        }
    }

    [Fact]
    public void A_record_that_was_changed_ends_its_file()
    {
        Append(1_000_000, [1, 1, 1], [2, 2, 2]);
        var file = _folder.GetFiles("traces.*").Single();
        var bytes = File.ReadAllBytes(file.FullName);
        bytes[^1] ^= 1;
        File.WriteAllBytes(file.FullName, bytes);

        var (read, damaged) = Read();
        Assert.Equal([[1, 1, 1]], read);
        Assert.Equal(1, damaged);
    }

    [Fact]
    public void What_a_later_run_appends_is_read_behind_a_broken_end()
    {
        Append(1_000_000, [1, 1, 1]);
        var file = _folder.GetFiles("traces.*").Single();
        File.WriteAllBytes(file.FullName, [.. File.ReadAllBytes(file.FullName), 9, 9]);
        Append(1_000_000, [2, 2, 2]);

        Assert.Equal([[1, 1, 1], [2, 2, 2]], Read().Records);
    }

    [Fact]
    public void The_files_stay_under_their_limit_and_the_newest_records_remain()
    {
        Append(4_000, [.. Enumerable.Range(0, 200).Select(number => new byte[] { (byte)number }.Concat(new byte[91]).ToArray())]);

        var read = Read().Records;
        Assert.InRange(_folder.GetFiles("traces.*").Sum(file => file.Length), 2_000, 4_000);
        Assert.Equal(199, read[^1][0]);
        Assert.Equal(Enumerable.Range(200 - read.Count, read.Count), read.Select(record => (int)record[0]));
    }

    [Fact]
    public void Only_the_owner_can_read_the_files()
    {
        Append(1_000, [1]);

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, _folder.GetFiles("traces.*").Single().UnixFileMode);
    }

    private Task<DashboardHost> StartAsync() =>
        DashboardHost.StartAsync(("Dashboard:KeepTelemetry", "true"), ("Dashboard:StateFolder", _folder.FullName));

    private void Append(long limit, params byte[][] records)
    {
        using var log = new SegmentLog(_folder.FullName, "traces", limit);
        foreach (var record in records)
            log.Append(record);
        log.Flush();
    }

    private (List<byte[]> Records, int Damaged) Read()
    {
        var records = new List<byte[]>();
        using var log = new SegmentLog(_folder.FullName, "traces", 1_000_000);
        var damaged = log.Read(1_000_000, records.Add);
        return (records, damaged);
    }
}
