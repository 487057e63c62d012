using Regio.Reporting.V1;
using Regio.ServiceDefaults.Security;
using Regio.Testing;

namespace Regio.Reporting.Tests.Importing;

/// <summary>A process that is killed in the middle of an import, and another that goes on.</summary>
public sealed class KilledImportTests(TestServers servers) : IAsyncLifetime
{
    private readonly StandInSource _source = new();
    private readonly ReportingHost _host = new(servers);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private ImportService.ImportServiceClient Client => new(_host.Invoker(TestTokens.For(Roles.PolicyAdviser)));

    public async ValueTask InitializeAsync()
    {
        await _source.StartAsync();
        _host.Settings["Imports:Sources:proef"] = _source.Address.ToString();
        // This one only answers: the processes that are killed do the work.
        _host.Settings["Imports:Fetch"] = "false";
        await _host.InitializeAsync();
        await _host.PublishAsync(Drenthe.Municipalities[1]);
        await Eventually.Is("Assen is known", 1, () => _host.Database.ScalarAsync<long>("select count(*) from municipality"));
    }

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        await _source.DisposeAsync();
    }

    [Fact]
    public async Task An_import_of_a_killed_process_goes_on_where_it_was_also_when_it_is_killed_while_it_stores()
    {
        _source.Give("1TST", [.. Enumerable.Range(2015, 4).Select(Row)]);
        _source.HeldPage = 2;
        var id = (await Client.StartTableImportAsync(Request())).TableImport.Id;

        await using (var first = Process())
        {
            await Eventually.Holds("the third page is being fetched", () => Task.FromResult(Asked("1TST/2") == 1));
            await first.KillAsync(Stop);
        }

        Assert.Equal(2, (await Client.GetTableImportAsync(new() { Id = id })).TableImport.PageCount);
        await using var connection = new Npgsql.NpgsqlConnection(_host.Database.ConnectionString);
        await connection.OpenAsync(Stop);
        await using (var holding = await connection.BeginTransactionAsync(Stop))
        {
            await using (var hold = new Npgsql.NpgsqlCommand("lock table load in share mode", connection, holding))
                await hold.ExecuteNonQueryAsync(Stop);
            _source.GoOn();
            await using var second = Process();
            await Eventually.Holds("it stores", async () => await _host.Database.ScalarAsync<long>(
                "select count(*) from pg_locks where not granted and relation = 'load'::regclass") > 0);
            await second.KillAsync(Stop);
        }

        // Only now does the database notice that nobody listens any more, and takes back what it had done.

        Assert.Equal(0, await _host.Database.ScalarAsync<long>("select count(*) from observation where area_id = 'GM0106' and indicator = 'youth-in-care'"));
        await using var third = Process();
        TableImport done = new();
        await Eventually.Holds("the table is read in", async () =>
        {
            done = (await Client.GetTableImportAsync(new() { Id = id })).TableImport;
            return done.State is TableImportState.Done or TableImportState.Failed;
        });
        Assert.Equal((TableImportState.Done, 4, 4L, true), (done.State, done.PageCount, done.Report.AddedCount, done.Report.Stored));
        Assert.Equal([1, 1, 2, 1], Enumerable.Range(0, 4).Select(page => Asked($"1TST/{page}")));
        Assert.Equal(4, await _host.Database.ScalarAsync<long>("select count(*) from observation where area_id = 'GM0106' and indicator = 'youth-in-care'"));
        Assert.Equal(0, await _host.Database.ScalarAsync<long>("select count(*) from table_import_page"));
    }

    private ServiceProcess Process() => new(_host.Database, _host.Broker, new Dictionary<string, string> { ["Imports:Sources:proef"] = _source.Address.ToString(), ["Reports:Make"] = "false" });

    private int Asked(string page)
    {
        lock (_source.Asked)
            return _source.Asked.Count(asked => asked == page);
    }

    private static string Row(int year) => $$"""{"ID":1,"RegioS":"GM0106","Perioden":"{{year}}JJ00","JongerenMetJeugdzorg_1":{{year}}}""";

    private static StartTableImportRequest Request() => new()
    {
        RequestId = Guid.CreateVersion7().ToString("D"),
        SourceName = "proef",
        TableName = "1TST",
        Header = new()
        {
            Format = ImportFormat.Odata,
            FileName = "1TST",
            Source = new() { Title = "Proefbron", Place = "tabel" },
            Columns = { new ImportColumn { Column = "JongerenMetJeugdzorg_1", IndicatorId = "youth-in-care" } },
        },
    };
}
