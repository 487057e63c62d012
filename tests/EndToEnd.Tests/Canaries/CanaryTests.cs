using System.Text;
using Npgsql;
using RabbitMQ.Client;
using Regio.Cli.Replay;
using Regio.Testing;

namespace Regio.EndToEnd.Tests.Canaries;

/// <summary>
/// Known strings go into every text of many cases on the running suite. What is left of them is looked for in the bytes
/// of everything: the other services' databases, the broker, what is set aside, logs, spans, metrics, histories, pages.
/// </summary>
[Collection(RunningSuite.InTurn)]
public sealed class CanaryTests(RunningSuite suite)
{
    private const string CaseErrors = "reporting-on-case-state-changed_error";
    private const string AllocationQueue = "reporting-on-cost-allocated";

    private readonly SuiteRemains _remains = new(suite);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_written_about_a_child_is_nowhere_else()
    {
        var canaries = new CanarySet();
        var cases = new CanaryCases(suite, canaries);
        suite.Otlp.Keep(true);
        // The cases of Midden-Drenthe cannot be taken in, so that their messages are set aside with what went wrong.
        await ReportingAsync("alter table expert_case add constraint canary_fault check (municipality_id <> 'GM1731') not valid");
        try
        {
            foreach (var municipality in new[] { "GM0106", "GM1731", "GM0114" })
                await cases.LiveAsync(municipality);
            Assert.Empty(canaries.Missing());
            await SettledAsync(cases.LastRequestId, cases.LastOpenedInEmergency);

            var children = new CanarySearch([canaries.Mark], canaries.Numbers);
            var staff = new CanarySearch([canaries.StaffMark], []);
            var shown = new CanarySearch([.. cases.Ids, cases.LastRequestId], []);
            var (found, kinds) = (new List<string>(), new HashSet<string>());
            await foreach (var left in AllAsync())
            {
                found.AddRange(children.In(left.Place, left.Bytes));
                if (!IsOwn(left))
                    found.AddRange(staff.In(left.Place, left.Bytes));
                if (shown.In(left.Place, left.Bytes).Count > 0)
                    kinds.Add(left.Kind);
            }

            Assert.Empty(found);
            // Where the ids of the cases were found, the texts would have been.
            Assert.Equal(["files of the database server", "files of the run", "histories", "queues", "tables", "telemetry"], kinds.Order(StringComparer.Ordinal));
        }
        finally
        {
            suite.Otlp.Keep(false);
            await ReportingAsync("alter table expert_case drop constraint canary_fault");
            await using var aside = await ErrorQueues.OpenAsync(await suite.BrokerAsync(), Cancellation);
            await aside.ReplayAsync(SetAsideQueue.Named(CaseErrors).Single(), Cancellation);
        }
    }

    [Fact]
    public async Task A_leak_is_found_wherever_it_is()
    {
        var (mark, number) = (CanarySet.NewMark("Lek"), new CanarySet().NewNumber());
        var leak = $"{mark} met {number}";
        suite.Otlp.Keep(true);
        var note = Path.Combine(suite.Root, ".regio", "planted.txt");
        try
        {
            await File.WriteAllTextAsync(note, leak, Encoding.Unicode, Cancellation);
            await ReportingAsync($"create table planted (leak text); insert into planted values ('{leak}')");
            await ReportingAsync($"update municipality set name = '{leak}' where id = 'GM0106'");
            await PublishAsync(Convert.ToBase64String(Encoding.UTF8.GetBytes($"a{leak}")));
            await ExportAsync(leak);
            await Eventually.Holds(
                "what nobody can read is set aside", async () => await _remains.QueuesAsync().AnyAsync(q => q.Place == $"{AllocationQueue}_error" && q.Bytes.Length > 0, Cancellation));

            var search = new CanarySearch([mark], [number]);
            var found = new Dictionary<string, HashSet<string>>();
            await foreach (var left in AllAsync())
            {
                if (search.In(left.Place, left.Bytes) is { Count: > 0 } here)
                    found[left.Kind] = [.. found.GetValueOrDefault(left.Kind) ?? [], .. here.Select(h => h.Split(' ')[0])];
            }

            Assert.Equal(["files of the database server", "files of the run", "pages", "queues", "tables", "telemetry"], found.Keys.Order(StringComparer.Ordinal));
            Assert.All(found.Values, here => Assert.Equal(new HashSet<string> { mark, number }, here));
        }
        finally
        {
            suite.Otlp.Keep(false);
            File.Delete(note);
            await ReportingAsync("drop table if exists planted; update municipality set name = 'Assen' where id = 'GM0106'");
            await PurgeAsync($"{AllocationQueue}_error");
        }
    }

    private async IAsyncEnumerable<Remains> AllAsync()
    {
        foreach (var database in SuiteRemains.Databases)
        {
            await foreach (var table in _remains.TablesAsync(database))
                yield return table;
        }

        await foreach (var left in _remains.QueuesAsync().Concat(_remains.HistoriesAsync()).Concat(_remains.PagesAsync()).Concat(_remains.DatabaseFilesAsync()))
            yield return left;
        foreach (var file in _remains.RunFiles())
            yield return file;
        foreach (var export in suite.Otlp.Kept)
            yield return new("telemetry", export.Path, export.Bytes);
    }

    /// <summary>The service's own database, whose files are not told from those of the others.</summary>
    private static bool IsOwn(Remains left) =>
        left.Kind == "files of the database server" || (left.Kind == "tables" && left.Place.StartsWith(SuiteRemains.OwnDatabase, StringComparison.Ordinal));

    /// <summary>All messages have left, some were set aside, and the telemetry of the last call is there.</summary>
    private async Task SettledAsync(string lastRequestId, string lastOpenedInEmergency)
    {
        await using var own = NpgsqlDataSource.Create(await suite.DatabaseAsync(SuiteRemains.OwnDatabase));
        await using var unsent = own.CreateCommand("select count(*) from outbox_message where sent_at is null");
        await Eventually.Is("the messages have left", 0L, async () => (long)(await unsent.ExecuteScalarAsync(Cancellation))!);
        await Eventually.Holds(
            "messages were set aside", async () => await _remains.QueuesAsync().AnyAsync(q => q.Place == CaseErrors && q.Bytes.Length > 0, Cancellation));
        await ExportedAsync("TraceService", lastRequestId);
        // An emergency is what the service logs of its own accord.
        await ExportedAsync("LogsService", lastOpenedInEmergency);
        await ExportedAsync("MetricsService", "", suite.Otlp.Kept.Count);
    }

    /// <summary>Something that holds this was exported, after the first so many.</summary>
    private Task ExportedAsync(string signal, string text, int after = 0)
    {
        var bytes = Encoding.ASCII.GetBytes(text);
        return Eventually.Holds(
            $"{signal} has what was done",
            () => Task.FromResult(suite.Otlp.Kept.Skip(after).Any(export => export.Path.Contains(signal, StringComparison.Ordinal) && export.Bytes.AsSpan().IndexOf(bytes) >= 0)));
    }

    private async Task ReportingAsync(string sql)
    {
        await using var source = NpgsqlDataSource.Create(await suite.DatabaseAsync("reportingdb"));
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(Cancellation);
    }

    private async Task PublishAsync(string body)
    {
        await using var connection = await new ConnectionFactory { Uri = await suite.BrokerAsync() }.CreateConnectionAsync(Cancellation);
        await using var channel = await connection.CreateChannelAsync(cancellationToken: Cancellation);
        await channel.BasicPublishAsync(
            exchange: "", AllocationQueue, mandatory: true, new BasicProperties { Persistent = true }, Encoding.UTF8.GetBytes(body), Cancellation);
    }

    private async Task PurgeAsync(string queue)
    {
        await using var connection = await new ConnectionFactory { Uri = await suite.BrokerAsync() }.CreateConnectionAsync(Cancellation);
        await using var channel = await connection.CreateChannelAsync(cancellationToken: Cancellation);
        await channel.QueuePurgeAsync(queue, Cancellation);
    }

    private async Task ExportAsync(string text)
    {
        using var http = new HttpClient();
        using var export = new HttpRequestMessage(HttpMethod.Post, new Uri(new Uri(suite.Otlp.Endpoint), "opentelemetry.proto.collector.logs.v1.LogsService/Export"))
        {
            Version = System.Net.HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Content = new ByteArrayContent(Encoding.UTF8.GetBytes(text)),
        };
        using var answer = await http.SendAsync(export, Cancellation);
        answer.EnsureSuccessStatusCode();
    }
}
