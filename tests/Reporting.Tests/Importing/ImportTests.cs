using System.Text;
using Google.Protobuf;
using Google.Rpc;
using Grpc.Core;
using Npgsql;
using Regio.Reporting.Importing;
using Regio.Reporting.V1;
using Regio.ServiceDefaults.Security;
using Regio.Testing;

namespace Regio.Reporting.Tests.Importing;

/// <summary>Files as they come: right, wrong, twice, corrected.</summary>
public sealed class ImportTests(DrentheMonitor drenthe) : IClassFixture<DrentheMonitor>
{
    private const string Own = "Indicator;Area;Period;Breakdown;Value;Status\n";

    private const string Cbs = "\"ID\";\"RegioS\";\"Perioden\";\"JongerenMetJeugdzorg_1\";\"Aandeel_2\"\n";

    private ImportService.ImportServiceClient Imports => new(drenthe.Host.Host.Invoker(TestTokens.For(Roles.PolicyAdviser)));

    [Fact]
    public async Task A_table_of_CBS_with_padded_keys_and_decimal_commas_is_read_in_and_shown_with_its_source()
    {
        var report = await SendAsync(
            Cbs + "0;\"GM0106    \";\"2021JJ00\";\"     1900\";\"     12,5\"\n1;\"PV22      \";\"2021KW03\";\"        .\";\"     11,9\"\n",
            CbsHeader());

        Assert.Equal((true, 2, 4, 0), (report.Stored, report.RowCount, report.AddedCount, report.RefusedCount));
        var assen = (await drenthe.Host.Monitor.GetMonitorAsync(new() { AreaId = "GM0106" })).Monitor.Figures;
        Assert.Contains(assen, f => f is { Indicator: "youth-in-care", Value: "1.900", Period: "2021", Source.Title: "CBS StatLine 84134NED" });
        Assert.Contains(assen, f => f is { Indicator: "youth-care-use", Value: "12,5", Unit: "percent" });
        Assert.Contains("data-label=\"Gebied\">Assen</td>", await drenthe.Host.Http.GetStringAsync(new Uri("/monitor/GM0106", UriKind.Relative)), StringComparison.Ordinal);
        var page = await drenthe.Host.Http.GetStringAsync(new Uri("/catalogus/youth-care-use", UriKind.Relative));
        Assert.Contains("cbs.csv, regel 2", page, StringComparison.Ordinal);
        Assert.Contains(
            (await drenthe.Host.Monitor.GetMonitorAsync(new())).Monitor.Figures,
            f => f is { Indicator: "youth-in-care", AreaId: "PV22", Period: "2021-Q3", Value: "niet bekend" });
    }

    [Fact]
    public async Task The_same_file_again_changes_nothing_and_another_value_becomes_a_version()
    {
        var file = Own + "coordination-staff;GM0114;2020;;4;\ncoordination-staff;GM0114;2021;;5;provisional\n";
        Assert.Equal(2, (await SendAsync(file)).AddedCount);

        var again = await SendAsync(file);
        var corrected = await SendAsync(file.Replace(";5;provisional", ";6;definitive", StringComparison.Ordinal));

        Assert.Equal((0, 0, 2), (again.AddedCount, again.CorrectedCount, again.UnchangedCount));
        Assert.Equal((0, 1, 1), (corrected.AddedCount, corrected.CorrectedCount, corrected.UnchangedCount));
        Assert.Equal(2, await drenthe.Host.Database.ScalarAsync<int>(
            "select max(version) from observation where indicator = 'coordination-staff' and area_id = 'GM0114' and period = '2021'"));
    }

    [Fact]
    public async Task A_correction_of_a_published_figure_survives_the_next_start()
    {
        Assert.Equal(1, (await SendAsync(Own + "grant-yorneo;JHRD;2021;;615200;\n")).CorrectedCount);

        await using (await drenthe.Host.StartAsync())
        {
            var figure = Assert.Single((await drenthe.Host.Monitor.GetMonitorAsync(new())).Monitor.Figures, f => f.Indicator == "grant-yorneo");
            Assert.Equal(("615.200", "Eigen telling"), (figure.Value, figure.Source.Title));
        }

        Assert.Equal(2, await drenthe.Host.Database.ScalarAsync<int>("select max(version) from observation where indicator = 'grant-yorneo'"));
    }

    [Fact]
    public async Task A_preview_reports_and_stores_nothing()
    {
        var before = await CountAsync();

        var report = await SendAsync(Own + "care-brokers;GM0114;2020;;4;\n", header => header.Preview = true);

        Assert.Equal((false, 1), (report.Stored, report.AddedCount));
        Assert.Null(report.Load);
        Assert.Equal(before, await CountAsync());
    }

    [Fact]
    public async Task One_refused_row_refuses_the_file_unless_such_rows_are_to_be_skipped()
    {
        const string file = Own + "table-chairs;GM0114;2020;;4;\ntable-chairs;GM0114;2021;;veel;\n";
        var before = await CountAsync();

        var whole = await SendAsync(file);
        Assert.Equal((false, 1), (whole.Stored, whole.RefusedCount));
        Assert.Equal(before, await CountAsync());

        var rest = await SendAsync(file, header => header.SkipRefusedRows = true);
        Assert.Equal((true, 1, 1), (rest.Stored, rest.AddedCount, rest.RefusedCount));
        Assert.Equal(before + 1, await CountAsync());
    }

    [Theory]
    [InlineData("table-chairs;GM0114;2020;;1.5;", "Value", "NUMBER_INVALID")]
    [InlineData("table-chairs;GM0114;2020;;1.234,5;", "Value", "NUMBER_INVALID")]
    [InlineData("table-chairs;GM0114;2020;;-1;", "Value", "NUMBER_NEGATIVE")]
    [InlineData("youth-care-use;GM0114;2020;;100,1;", "Value", "PERCENTAGE_TOO_HIGH")]
    [InlineData("table-chairs;GM0114;;;1;", "Period", "PERIOD_MISSING")]
    [InlineData("table-chairs;GM0114;2020KW05;;1;", "Period", "PERIOD_INVALID")]
    [InlineData("table-chairs;GM0114;2019;;1;", "Period", "OTHER_YEAR")]
    [InlineData("table-chairs;GM9999;2020;;1;", "Area", "AREA_UNKNOWN")]
    [InlineData("table-chairs;INKOOP-DRENTHE;2020;;1;", "Area", "AREA_NOT_THEN")]
    [InlineData("tafels;GM0114;2020;;1;", "Indicator", "INDICATOR_UNKNOWN")]
    [InlineData("table-chairs;GM0114;2020;;1,5;", "Value", "NOT_WHOLE")]
    [InlineData("grant-yorneo;GM0114;2020;;10,005;", "Value", "NOT_IN_CENTS")]
    [InlineData("table-chairs;GM0114;2020;;NaN;", "Value", "NUMBER_INVALID")]
    [InlineData("table-chairs;GM0114;2020;;1e3;", "Value", "NUMBER_INVALID")]
    [InlineData("table-chairs;GM0114;2020;;1 000;", "Value", "NUMBER_INVALID")]
    [InlineData("table-chairs;GM0114;2020;;9999999999999999;", "Value", "NUMBER_INVALID")]
    [InlineData("table-chairs;GM0114;2020;a\0b;1;", "Breakdown", "BREAKDOWN_INVALID")]
    [InlineData("table-chairs;GM01\014;2020;;1;", "Area", "AREA_UNKNOWN")]
    [InlineData("table-chairs;GM0114;2020;;1;zeker", "Status", "STATUS_UNKNOWN")]
    [InlineData("table-chairs;GM0114;2020;;1;;extra", "", "FILE_MALFORMED")]
    [InlineData("table-chairs;GM0114;2020;\"open;1;", "", "FILE_MALFORMED")]
    public async Task What_is_wrong_is_named_with_its_line_and_column(string row, string column, string reason)
    {
        var before = await CountAsync();

        var report = await SendAsync(Own + row + "\n", header => header.Year = "2020");

        var fault = Assert.Single(report.Faults);
        Assert.Equal((2, column, reason, false), (fault.Line, fault.Column, fault.Reason, report.Stored));
        Assert.NotEqual("", fault.Message);
        Assert.Equal(before, await CountAsync());
    }

    [Fact]
    public async Task A_breakdown_that_no_key_can_hold_is_named()
    {
        var fault = Assert.Single((await SendAsync(Own + $"table-chairs;GM0114;2020;{new string('x', 3_000)};1;\n")).Faults);

        Assert.Equal((2, "Breakdown", "BREAKDOWN_INVALID"), (fault.Line, fault.Column, fault.Reason));
    }

    [Theory]
    [InlineData("", "FILE_EMPTY", "")]
    [InlineData("Indicator;Area;Period;Breakdown;Value;Status\n", "FILE_EMPTY", "")]
    [InlineData("Indicator;Area;Period;Breakdown;Value;Status;Value\ntable-chairs;GM0114;2020;;1;;2\n", "COLUMN_TWICE", "Value")]
    public async Task A_file_without_rows_or_with_a_column_twice_is_not_taken_for_one_that_was_read(string file, string reason, string column)
    {
        var report = await SendAsync(file, header => header.SkipRefusedRows = true);

        var fault = Assert.Single(report.Faults);
        Assert.Equal((1, column, reason, false), (fault.Line, fault.Column, fault.Reason, report.Stored));
    }

    [Fact]
    public async Task A_byte_order_mark_is_no_part_of_the_first_column()
    {
        Assert.Equal(1, (await SendAsync([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Own + "care-brokers;GM1681;2020;;4;\n")], _ => { })).AddedCount);
    }

    [Fact]
    public async Task A_row_that_comes_twice_is_refused_the_second_time()
    {
        var fault = Assert.Single((await SendAsync(Own + "care-brokers;GM0118;2020;;4;\ncare-brokers;GM0118;2020;;5;\n")).Faults);

        Assert.Equal((3, "ROW_DOUBLE"), (fault.Line, fault.Reason));
    }

    [Fact]
    public async Task Another_delimiter_is_told_by_the_columns_that_are_missing()
    {
        var report = await SendAsync(Own.Replace(';', ',') + "care-brokers,GM0118,2020,,4,\n");

        Assert.Equal(6, report.Faults.Count);
        Assert.All(report.Faults, f => Assert.Equal((1, "COLUMN_MISSING"), (f.Line, f.Reason)));
    }

    [Fact]
    public async Task A_broken_encoding_is_named()
    {
        var bytes = Encoding.UTF8.GetBytes(Own + "care-brokers;GM0118;2020;X;4;\n");
        bytes[Array.IndexOf(bytes, (byte)'X')] = 0xE9;

        var fault = Assert.Single((await SendAsync(bytes, _ => { })).Faults);

        Assert.Equal((2, "ENCODING_BROKEN"), (fault.Line, fault.Reason));
    }

    [Theory]
    [InlineData("")]
    [InlineData("\"")]
    public async Task A_line_without_end_is_given_up_and_not_held(string opening)
    {
        const long length = 2L * 1024 * 1024 * 1024;
        using var call = Imports.ImportObservations();
        await call.RequestStream.WriteAsync(new() { Header = new() { Format = ImportFormat.ObservationsCsv, FileName = "own.csv", Source = new() { Title = "Eigen telling", Place = "blad 1" } } });
        var goesOn = await call.RequestStream.WriteOrEndAsync(new() { Chunk = ByteString.CopyFromUtf8(Own + opening) }, call.ResponseAsync);
        var nines = ByteString.CopyFrom(Enumerable.Repeat((byte)'9', 64 * 1024).ToArray());
        var sent = 0L;
        for (; goesOn && sent < length; sent += nines.Length)
            goesOn = await call.RequestStream.WriteOrEndAsync(new() { Chunk = nines }, call.ResponseAsync);
        await call.RequestStream.CompleteOrEndAsync();
        var report = await call;

        Assert.Equal((2, "FILE_MALFORMED"), (Assert.Single(report.Faults).Line, report.Faults[0].Reason));
        Assert.False(report.Stored);
        // What is not read is not taken in either: the rest of two gigabytes stays with who sends it.
        Assert.True(sent < 64 * 1024 * 1024, $"{sent} bytes were taken in");
    }

    [Fact]
    public async Task A_file_without_header_and_a_role_that_may_not_are_refused()
    {
        using var call = Imports.ImportObservations();
        var refused = await Assert.ThrowsAsync<RpcException>(() => call.SendAsync(new ImportObservationsRequest { Chunk = ByteString.CopyFromUtf8("x") }));
        Assert.Equal((StatusCode.InvalidArgument, "IMPORT_HEADER_MISSING"), (refused.StatusCode, refused.GetRpcStatus()!.GetDetail<ErrorInfo>()!.Reason));

        using var council = new ImportService.ImportServiceClient(drenthe.Host.Host.Invoker(TestTokens.For(Roles.Council))).ImportObservations();
        Assert.Equal(StatusCode.PermissionDenied, (await Assert.ThrowsAsync<RpcException>(async () => await council)).StatusCode);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task While_another_import_stores_a_call_is_told_so_and_need_not_wait(bool beforeTheHeader)
    {
        const string file = Own + "table-chairs;GM0118;2018;;4;\n";
        await using var other = new NpgsqlConnection(drenthe.Host.Database.ConnectionString);
        await other.OpenAsync();
        using (var call = Imports.ImportObservations())
        {
            var storing = beforeTheHeader ? await StoreAsync() : null;
            await call.RequestStream.WriteAsync(new() { Header = new() { Format = ImportFormat.ObservationsCsv, FileName = "own.csv", Source = new() { Title = "Eigen telling", Place = "blad 1" } } });
            storing ??= await WhenReadingAsync(call);
            await using (storing)
            {
                await call.RequestStream.WriteOrEndAsync(new() { Chunk = ByteString.CopyFromUtf8(file) }, call.ResponseAsync);
                await call.RequestStream.CompleteOrEndAsync();
                var refused = await Assert.ThrowsAsync<RpcException>(async () => await call);
                var info = refused.GetRpcStatus()!.GetDetail<ErrorInfo>()!;
                Assert.Equal((StatusCode.Aborted, "IMPORT_RUNNING", "60"), (refused.StatusCode, info.Reason, info.Metadata["retry_after_seconds"]));
            }
        }

        Assert.Equal((1, 0), ((await SendAsync(file)).AddedCount, (await SendAsync(file)).AddedCount));
        await drenthe.Host.Database.ExecuteAsync("delete from observation where indicator = 'table-chairs' and area_id = 'GM0118' and period = '2018'");

        async Task<NpgsqlTransaction> StoreAsync()
        {
            var transaction = await other.BeginTransactionAsync();
            await using var turn = new NpgsqlCommand($"select pg_advisory_xact_lock({IncomingRows.LockKey})", other, transaction);
            await turn.ExecuteNonQueryAsync();
            return transaction;
        }

        async Task<NpgsqlTransaction> WhenReadingAsync(AsyncClientStreamingCall<ImportObservationsRequest, ImportObservationsResponse> call)
        {
            await call.RequestStream.WriteAsync(new() { Chunk = ByteString.CopyFromUtf8(Own) });
            await Eventually.Holds("the rows are being read", () => drenthe.Host.Database.ScalarAsync<bool>(
                "select exists (select from pg_stat_activity where datname = current_database() and query ilike 'copy incoming%')"));
            return await StoreAsync();
        }
    }

    private static Action<ImportHeader> CbsHeader() => header =>
    {
        header.Format = ImportFormat.CbsCsv;
        header.FileName = "cbs.csv";
        header.Source = new() { Title = "CBS StatLine 84134NED", Place = "tabel" };
        header.Columns.Add(new ImportColumn { Column = "JongerenMetJeugdzorg_1", IndicatorId = "youth-in-care" });
        header.Columns.Add(new ImportColumn { Column = "Aandeel_2", IndicatorId = "youth-care-use" });
    };

    private Task<long> CountAsync() => drenthe.Host.Database.ScalarAsync<long>("select count(*) from observation");

    private Task<ImportObservationsResponse> SendAsync(string file, Action<ImportHeader>? change = null) =>
        SendAsync(Encoding.UTF8.GetBytes(file), change ?? (_ => { }));

    private async Task<ImportObservationsResponse> SendAsync(byte[] file, Action<ImportHeader> change)
    {
        var header = new ImportHeader { Format = ImportFormat.ObservationsCsv, FileName = "own.csv", Source = new() { Title = "Eigen telling", Place = "blad 1" } };
        change(header);
        using var call = Imports.ImportObservations();
        var goesOn = await call.RequestStream.WriteOrEndAsync(new() { Header = header }, call.ResponseAsync);
        foreach (var chunk in file.Chunk(50_000).TakeWhile(_ => goesOn))
            goesOn = await call.RequestStream.WriteOrEndAsync(new() { Chunk = ByteString.CopyFrom(chunk) }, call.ResponseAsync);
        await call.RequestStream.CompleteOrEndAsync();

        return await call;
    }
}
