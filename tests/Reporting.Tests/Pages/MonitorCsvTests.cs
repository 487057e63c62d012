using CsvHelper;

namespace Regio.Reporting.Tests.Pages;

public sealed class MonitorCsvTests(DrentheMonitor drenthe) : IClassFixture<DrentheMonitor>
{
    [Fact]
    public async Task The_columns_are_those_that_are_documented()
    {
        var text = await drenthe.Host.Http.GetStringAsync(new Uri("/monitor.csv", UriKind.Relative));

        Assert.Equal(
            "Record,AreaId,AreaName,AllocationId,Indicator,Label,Value,Unit,Period,Published,SourceTitle,SourcePlace,Remark",
            text.Split("\r\n")[0]);
    }

    [Fact]
    public async Task Numbers_are_invariant_and_sums_equal_those_of_the_page()
    {
        var lines = await LinesAsync("/monitor.csv");

        Assert.Equal("97536", Value(lines, "region", "PV22", "youth"));
        Assert.Equal("61.9", Value(lines, "region", "ZD", "allocation-key"));
        Assert.Equal("99.9", Value(lines, "region", "PV22", "allocation-key"));
        Assert.Equal("20251", Value(lines, "municipality", "GM0114", "youth"));
        Assert.Equal("18446744073794551714", Value(lines, "total", "PV22", "allocation-sum"));
        Assert.Contains(lines, l => l["Indicator"] == "jhrd-spend" && l["Published"] == "bijna 850.000" && l["Value"].Length == 0);
    }

    [Fact]
    public async Task Shares_of_an_allocation_add_up_to_it()
    {
        var lines = await LinesAsync("/monitor.csv");

        foreach (var allocation in lines.Where(l => l["Record"] == "allocation"))
        {
            var shares = lines.Where(l => l["Record"] == "share" && l["AllocationId"] == allocation["AllocationId"]);
            Assert.Equal(Number(allocation), shares.Sum(Number));
        }
    }

    [Fact]
    public async Task Text_that_a_spreadsheet_would_run_is_made_harmless()
    {
        var lines = await LinesAsync("/monitor.csv");

        Assert.Contains(lines, l => l["Record"] == "allocation" && l["Label"] == "'" + DrentheMonitor.Formula);
        Assert.All(lines, l => Assert.All(l, cell =>
            Assert.True(cell.Key == "Value" || cell.Value.Length == 0 || !"=+-@\t\r".Contains(cell.Value[0]), cell.Value)));
    }

    [Fact]
    public async Task A_number_that_is_left_out_is_an_empty_value_with_a_remark()
    {
        var lines = Parse(await drenthe.Host.Http.GetByteArrayAsync(new Uri("/monitor/GM0114.csv", UriKind.Relative)));

        var cases = Assert.Single(lines, l => l["Indicator"] == "cases");
        Assert.Equal(("", true), (cases["Value"], cases["Remark"].StartsWith("Niet getoond", StringComparison.Ordinal)));
        Assert.Equal("27550", Value(lines, "contract", "ZD", "tariff-highest-level-8-hour"));
    }

    [Fact]
    public async Task A_negative_number_stays_a_number()
    {
        var lines = await LinesAsync("/monitor.csv");

        var shortage = lines.Single(l => l["Indicator"] == "staff-shortage" && l["AreaId"] == "PV22" && l["Period"] == "2031");
        Assert.Equal("-5400", shortage["Value"]);
        Assert.Equal("'-5.400", shortage["Published"]);
    }

    [Fact]
    public async Task A_municipality_has_a_file_of_its_own()
    {
        using var answer = await drenthe.Host.Http.GetAsync(new Uri("/monitor/GM0106.csv", UriKind.Relative));

        Assert.Equal("text/csv", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("monitor-GM0106.csv", answer.Content.Headers.ContentDisposition!.FileName);
        var lines = Parse(await answer.Content.ReadAsByteArrayAsync());
        Assert.Equal("GM0106", Assert.Single(lines.Where(l => l["Record"] == "municipality").Select(l => l["AreaId"]).Distinct()));
        Assert.Equal("15570671", Value(lines, "total", "GM0106", "allocation-sum"));
    }

    private static string Value(IEnumerable<Dictionary<string, string>> lines, string record, string area, string indicator) =>
        lines.Single(l => l["Record"] == record && l["AreaId"] == area && l["Indicator"] == indicator)["Value"];

    private static decimal Number(Dictionary<string, string> line) =>
        decimal.Parse(line["Value"], System.Globalization.CultureInfo.InvariantCulture);

    private static List<Dictionary<string, string>> Parse(byte[] csv)
    {
        var lines = new List<Dictionary<string, string>>();
        using var reader = CsvReader.Create(csv);
        while (reader.Read())
            lines.Add(reader.Headers.ToDictionary(h => h, h => reader.GetString(h)));
        return lines;
    }

    private async Task<List<Dictionary<string, string>>> LinesAsync(string path) =>
        Parse(await drenthe.Host.Http.GetByteArrayAsync(new Uri(path, UriKind.Relative)));
}
