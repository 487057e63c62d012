using System.Text;
using Google.Protobuf;
using Google.Rpc;
using Grpc.Core;
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

    [Fact]
    public async Task A_line_without_end_is_given_up_and_not_held()
    {
        var report = await SendAsync(Encoding.UTF8.GetBytes(Own + new string('9', 5_000_000)), _ => { });

        Assert.Equal("FILE_MALFORMED", Assert.Single(report.Faults).Reason);
        Assert.False(report.Stored);
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
