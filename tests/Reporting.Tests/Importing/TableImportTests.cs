using Regio.Reporting.Importing;
using Regio.Reporting.Importing.Tables;
using Regio.Reporting.V1;
using Regio.ServiceDefaults.Security;
using Regio.Testing;
using TableImportState = Regio.Reporting.V1.TableImportState;

namespace Regio.Reporting.Tests.Importing;

public sealed class TableImportTests(TestServers servers) : IAsyncLifetime
{
    private readonly StandInSource _source = new();
    private readonly EndlessSource _endless = new();
    private readonly ReportingHost _host = new(servers);

    private ImportService.ImportServiceClient? _client;

    private ImportService.ImportServiceClient Client => _client ??= new(_host.Host.Invoker(TestTokens.For(Roles.PolicyAdviser)));

    public async ValueTask InitializeAsync()
    {
        await _source.StartAsync();
        _endless.Start();
        _host.Settings["Imports:Sources:proef"] = _source.Address.ToString();
        _host.Settings["Imports:Sources:eindeloos"] = _endless.Address.ToString();
        await _host.InitializeAsync();
        await _host.PublishAsync(Drenthe.Municipalities[1]);
        await Eventually.Is("Assen is known", 1, () => _host.Database.ScalarAsync<long>("select count(*) from municipality"));
    }

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        await _source.DisposeAsync();
        _endless.Dispose();
    }

    [Fact]
    public async Task A_table_is_read_page_by_page_and_each_page_is_fetched_once_also_when_the_source_falters()
    {
        _source.Give("1TST", Row("2019JJ00", "1450"), Row("2020JJ00", "1500"), Row("2021JJ00", "null"));
        _source.Failures = 1;

        var done = await DoneAsync("1TST");

        Assert.Equal((TableImportState.Done, 3, 3), (done.State, done.PageCount, done.RowCount));
        Assert.True(done.Report.Stored, string.Join(' ', done.Report.Faults.Select(fault => fault.Message)));
        Assert.Equal(3, done.Report.AddedCount);
        Assert.Equal(["1TST/0", "1TST/1", "1TST/2"], _source.Asked);
        Assert.Equal("1.500", await _host.Database.ScalarAsync<string>("select value from observation where indicator = 'youth-in-care' and area_id = 'GM0106' and period = '2020'"));
        Assert.Equal(3, await _host.Database.ScalarAsync<int>("select line from observation where indicator = 'youth-in-care' and area_id = 'GM0106' and period = '2021'"));
        Assert.Equal(0, await _host.Database.ScalarAsync<long>("select count(*) from table_import_page"));

        var again = await DoneAsync("1TST");
        Assert.Equal((0, 3), (again.Report.AddedCount, again.Report.UnchangedCount));
    }

    [Fact]
    public async Task Another_process_goes_on_after_the_pages_that_are_there()
    {
        _source.Give("2TST", Row("2019JJ00", "1"), Row("2020JJ00", "2"));
        var (id, header) = (Guid.CreateVersion7(), Request("2TST").Header);
        var page = Convert.ToHexStringLower(System.Text.Encoding.UTF8.GetBytes($$"""{"value":[{{Row("2019JJ00", "1")}}]}"""));
        await _host.Database.ExecuteAsync(
            $"""
            insert into table_import (id, source_name, table_name, header, state, next_link, page_count, row_count, attempts, next_try_at, reason, report, started_at, started_by)
            values ('{id}', 'proef', '2TST', '{header}', 'Fetching', '{_source.Address}2TST/TypedDataSet?page=1', 1, 1, 0, now(), '', '', now(), 'iemand');
            insert into table_import_page (import_id, number, body) values ('{id}', 1, '\x{page}')
            """);

        var done = await WaitAsync(id.ToString("D"));

        Assert.Equal(["2TST/1"], _source.Asked);
        Assert.Equal((2, 2, true), (done.PageCount, done.Report.AddedCount, done.Report.Stored));
    }

    [Fact]
    public async Task A_refused_row_keeps_the_whole_table_out_and_is_named()
    {
        _source.Give("3TST", Row("2019JJ00", "10"), Row("2020JJ00", "-4") + """, {"RegioS":"GM0106","Perioden":"2022JJ00"}""");

        var done = await DoneAsync("3TST");

        Assert.False(done.Report.Stored);
        Assert.Equal([(2, "NUMBER_NEGATIVE"), (3, "COLUMN_MISSING")], done.Report.Faults.Select(fault => ((int)fault.Line, fault.Reason)));
        Assert.Equal(0, await _host.Database.ScalarAsync<long>("select count(*) from observation where indicator = 'youth-in-care' and area_id = 'GM0106'"));
    }

    [Theory]
    [InlineData("\"1TST/TypedDataSet?page=0\"", "LINK_REPEATED")]
    [InlineData("\"2TST/TypedDataSet?page=1\"", "LINK_ELSEWHERE")]
    [InlineData("\"http://127.0.0.1:1/odata/1TST/TypedDataSet\"", "LINK_ELSEWHERE")]
    [InlineData("\"../1TST/TypedDataSet\"", "LINK_ELSEWHERE")]
    [InlineData("\"http://[\"", "LINK_ELSEWHERE")]
    [InlineData("7", "PAGE_MALFORMED")]
    [InlineData("\"\"", "PAGE_MALFORMED")]
    [InlineData("[]", "PAGE_MALFORMED")]
    public async Task A_link_that_does_not_lead_to_the_next_page_of_the_table_is_named_and_nothing_is_stored(string link, string reason)
    {
        _source.Give("1TST", Row("2019JJ00", "1"));
        _source.Link = link;

        var failed = await DoneAsync("1TST");

        Assert.Equal((TableImportState.Failed, reason), (failed.State, failed.Reason));
        Assert.Equal(0, await _host.Database.ScalarAsync<long>("select count(*) from observation where indicator = 'youth-in-care' and area_id = 'GM0106'"));
    }

    [Fact]
    public async Task A_page_that_the_source_gives_twice_is_named_row_by_row()
    {
        _source.Give("1TST", Row("2019JJ00", "1"), Row("2020JJ00", "2"), Row("2019JJ00", "1"));

        var done = await DoneAsync("1TST");

        Assert.False(done.Report.Stored);
        Assert.Equal((3, "ROW_DOUBLE"), (Assert.Single(done.Report.Faults).Line, done.Report.Faults[0].Reason));
    }

    [Theory]
    [InlineData("2019JJ00", "\"NaN\"", "NUMBER_INVALID")]
    [InlineData("2019JJ00", "1e400", "NUMBER_INVALID")]
    [InlineData("2019JJ00", "12.5", "NOT_WHOLE")]
    [InlineData("2019JJ00", "true", "NUMBER_INVALID")]
    [InlineData("2019JJ00", "[1]", "NUMBER_INVALID")]
    [InlineData("", "1", "PERIOD_MISSING")]
    [InlineData("2019XX00", "1", "PERIOD_INVALID")]
    public async Task What_is_wrong_in_a_table_is_named_with_its_row(string period, string value, string reason)
    {
        _source.Give("1TST", Row("2018JJ00", "1"), Row(period, value));

        var done = await DoneAsync("1TST");

        Assert.False(done.Report.Stored);
        Assert.Equal((2, reason), (Assert.Single(done.Report.Faults).Line, done.Report.Faults[0].Reason));
    }

    [Theory]
    [InlineData("NaN")]
    [InlineData("1.5,")]
    public async Task A_page_that_is_no_JSON_is_named(string value)
    {
        _source.Give("1TST", Row("2019JJ00", value));

        Assert.Equal("PAGE_MALFORMED", (await DoneAsync("1TST")).Reason);
    }

    [Fact]
    public async Task A_table_without_rows_is_not_taken_for_one_that_was_read()
    {
        _source.Give("1TST", "");

        var done = await DoneAsync("1TST");

        Assert.Equal((false, "FILE_EMPTY"), (done.Report.Stored, Assert.Single(done.Report.Faults).Reason));
    }

    [Fact]
    public async Task A_page_of_two_gigabytes_is_not_held()
    {
        var failed = await WaitAsync((await Client.StartTableImportAsync(Request("1TST", "eindeloos"))).TableImport.Id);

        Assert.Equal("PAGE_TOO_LARGE", failed.Reason);
        Assert.InRange(await _endless.TakenAsync, 32 * 1024 * 1024, 64 * 1024 * 1024);
    }

    [Fact]
    public async Task A_table_that_the_source_does_not_have_has_failed()
    {
        var failed = await DoneAsync("9TST");

        Assert.Equal((TableImportState.Failed, "TABLE_UNKNOWN"), (failed.State, failed.Reason));
    }

    [Fact]
    public async Task A_source_that_sends_elsewhere_is_not_followed()
    {
        _source.Redirects = new Uri("http://127.0.0.1:1/odata/");
        _source.Give("4TST", Row("2019JJ00", "1"));

        var failed = await DoneAsync("4TST");

        Assert.Equal((TableImportState.Failed, "LINK_ELSEWHERE"), (failed.State, failed.Reason));
    }

    [Fact]
    public async Task A_table_that_cannot_be_read_in_does_not_hold_up_the_next()
    {
        _source.Give("5TST", Row("2019JJ00", "1"));
        await _host.Database.ExecuteAsync(
            """
            create function refuse_load() returns trigger language plpgsql as 'begin raise exception ''not this one''; end';
            create trigger refuse_load before insert on load for each row when (new.file_name = '5TST') execute function refuse_load()
            """);
        var stuck = (await Client.StartTableImportAsync(Request("5TST"))).TableImport.Id;
        _source.Give("6TST", Row("2020JJ00", "2"));

        var next = await DoneAsync("6TST");

        Assert.True(next.Report.Stored);
        var failed = await WaitAsync(stuck);
        Assert.Equal((TableImportState.Failed, "TABLE_NOT_READ_IN"), (failed.State, failed.Reason));
        Assert.Equal(0, await _host.Database.ScalarAsync<long>("select count(*) from table_import_page"));
    }

    [Fact]
    public void A_source_that_stays_away_is_asked_ever_later_and_then_given_up()
    {
        var import = new Regio.Reporting.Importing.Tables.TableImport
        {
            Id = Guid.CreateVersion7(), SourceName = "proef", TableName = "1TST", Header = "{}", NextTryAt = DateTimeOffset.UnixEpoch, StartedAt = DateTimeOffset.UnixEpoch, StartedBy = "iemand",
        };

        import.Unanswered("SOURCE_AWAY", DateTimeOffset.UnixEpoch);
        Assert.Equal(DateTimeOffset.UnixEpoch.AddSeconds(2), import.NextTryAt);
        for (var i = 0; i < 7; i++)
            import.Unanswered("SOURCE_AWAY", DateTimeOffset.UnixEpoch);
        Assert.Equal((Regio.Reporting.Importing.Tables.TableImportState.Failed, "SOURCE_AWAY"), (import.State, import.Reason));
    }

    [Fact]
    public void A_page_that_is_no_page_is_seen()
    {
        Assert.Null(ODataPage.Read("<html/>"u8.ToArray()));
        Assert.Null(ODataPage.Read("[]"u8.ToArray()));
        Assert.Null(ODataPage.Read("""{"value":[1,2]}"""u8.ToArray()));
        Assert.Null(ODataPage.Read("""{"value":[],"@odata.nextLink":7}"""u8.ToArray()));
        Assert.Null(ODataPage.Read("""{"value":[],"@odata.nextLink":"verder","odata.nextLink":"elders"}"""u8.ToArray()));
        using var page = ODataPage.Read("""{"value":[],"@odata.nextLink":"verder"}"""u8.ToArray())!;
        Assert.Equal((0, "verder"), (page.Count, page.Next));
        Assert.Empty(page.Rows(new ImportHeader(), new RowFaults(), new RowCount()));
    }

    private static string Row(string period, string value) => $$"""{"ID":1,"RegioS":"GM0106","Perioden":"{{period}}","JongerenMetJeugdzorg_1":{{value}}}""";

    private static StartTableImportRequest Request(string table, string source = "proef") => new()
    {
        RequestId = Guid.CreateVersion7().ToString("D"),
        SourceName = source,
        TableName = table,
        Header = new()
        {
            Format = ImportFormat.Odata,
            FileName = table,
            Source = new() { Title = "Proefbron", Place = "tabel" },
            Columns = { new ImportColumn { Column = "JongerenMetJeugdzorg_1", IndicatorId = "youth-in-care" } },
        },
    };

    private async Task<Regio.Reporting.V1.TableImport> DoneAsync(string table) => await WaitAsync((await Client.StartTableImportAsync(Request(table))).TableImport.Id);

    private async Task<Regio.Reporting.V1.TableImport> WaitAsync(string id)
    {
        Regio.Reporting.V1.TableImport import = new();
        await Eventually.Holds("the table is read in", async () =>
        {
            import = (await Client.GetTableImportAsync(new() { Id = id })).TableImport;
            return import.State is TableImportState.Done or TableImportState.Failed;
        });
        return import;
    }
}
