using System.Net;
using Google.Protobuf;
using Regio.Reporting.V1;
using Regio.ServiceDefaults.Security;
using Regio.Testing;

namespace Regio.Reporting.Tests.Importing;

/// <summary>Waiting times and budgets as they come from providers and municipalities.</summary>
public sealed class OwnFormatTests(DrentheMonitor drenthe) : IClassFixture<DrentheMonitor>
{
    private const string Times = "Provider;Product;Area;Month;Weeks;Waiting\n";
    private const string Budgets = "Area;Year;Item;Budget;Spent\n";

    [Fact]
    public async Task Waiting_times_are_shown_to_anybody_and_how_many_wait_to_the_own_municipality()
    {
        var report = await SendAsync(ImportFormat.WaitingTimesCsv, Times + "yorneo;product;GM0118;2026-05;6,5;3\nYorneo;;GM0118;2026-05;;7\n");

        Assert.Equal((true, 2, 3), (report.Stored, report.RowCount, report.AddedCount));
        var open = await FiguresAsync(TestTokens.For(Roles.Council), "GM0118");
        Assert.Contains(open, f => f is { Indicator: "waiting-time", Value: "6,5", Unit: "weeks", Label: "Wachttijd, aanbieder Yorneo, product product" });
        Assert.All(open.Where(f => f.Indicator == "waiting-list"), f => Assert.Equal("niet getoond", f.Value));
        var other = await FiguresAsync(TestTokens.For(Roles.PolicyAdviser, "GM0106"), "GM0118");
        Assert.All(other.Where(f => f.Indicator == "waiting-list"), f => Assert.Equal("niet getoond", f.Value));
        var own = await FiguresAsync(TestTokens.For(Roles.PolicyAdviser, "GM0118"), "GM0118");
        Assert.Equal(["3", "7"], own.Where(f => f.Indicator == "waiting-list").Select(f => f.Value).Order(StringComparer.Ordinal));
        Assert.Equal(["3", "7"], (await FiguresAsync(TestTokens.For(Roles.Regiomanager), "GM0118")).Where(f => f.Indicator == "waiting-list").Select(f => f.Value).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_budget_stands_on_the_page_of_its_municipality_with_what_is_spent_where_that_is_known()
    {
        var report = await SendAsync(ImportFormat.BudgetsCsv, Budgets + "GM0119;2025;Ambulant;1250000,50;900000\nGM0119;2026;Ambulant;1300000;\n");

        Assert.Equal((true, 2, 3), (report.Stored, report.RowCount, report.AddedCount));
        var page = await drenthe.Host.Http.GetStringAsync(new Uri("/monitor/GM0119", UriKind.Relative));
        Assert.Contains("Begroting", page, StringComparison.Ordinal);
        Assert.Contains("1.250.000,50 euro", page, StringComparison.Ordinal);
        Assert.Contains("Besteed van de begroting, post Ambulant", WebUtility.HtmlDecode(page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_file_again_counts_nothing_twice_and_a_preview_stores_nothing()
    {
        const string file = Times + "Yorneo;product;ZD;2026-06;8;12\n";
        var preview = await SendAsync(ImportFormat.WaitingTimesCsv, file, preview: true);
        Assert.Equal((false, 2), (preview.Stored, preview.AddedCount));

        Assert.Equal(2, (await SendAsync(ImportFormat.WaitingTimesCsv, file)).AddedCount);
        var again = await SendAsync(ImportFormat.WaitingTimesCsv, file);
        Assert.Equal((true, 0, 0, 2), (again.Stored, again.AddedCount, again.CorrectedCount, again.UnchangedCount));
        var later = await SendAsync(ImportFormat.WaitingTimesCsv, file.Replace(";8;", ";9;", StringComparison.Ordinal));
        Assert.Equal((1, 1), (later.CorrectedCount, later.UnchangedCount));
    }

    [Theory]
    [InlineData("Yornio;product;ZD;2026-05;6;3", "Provider", "PROVIDER_UNKNOWN")]
    [InlineData("Yorneo;produkt;ZD;2026-05;6;3", "Product", "PRODUCT_UNKNOWN")]
    [InlineData("Yorneo;product;ZD;2026;6;3", "Month", "NOT_A_MONTH")]
    [InlineData("Yorneo;product;ZD;2026-Q2;6;3", "Month", "NOT_A_MONTH")]
    [InlineData("Yorneo;product;ZD;2026-13;6;3", "Month", "NOT_A_MONTH")]
    [InlineData("Yorneo;product;ZD;;6;", "Month", "PERIOD_MISSING")]
    [InlineData("Yorneo;product;ZD;2026-05;6;3,5", "Waiting", "NOT_WHOLE")]
    [InlineData("Yorneo;product;ZD;2026-05;;", "Weeks", "NOTHING_GIVEN")]
    [InlineData("Yorneo;product;ZD;2026-05;-1;3", "Weeks", "NUMBER_NEGATIVE")]
    [InlineData("Yorneo;product;ZD;2026-05;6.5;3", "Weeks", "NUMBER_INVALID")]
    [InlineData("Yorneo;product;GM9999;2026-05;6;", "Area", "AREA_UNKNOWN")]
    [InlineData("Yorneo;product;INKOOP-DRENTHE;2026-05;6;", "Area", "AREA_NOT_THEN")]
    public Task A_wrong_line_of_waiting_times_is_named_and_nothing_is_stored(string line, string column, string reason) =>
        IsNamedAsync(ImportFormat.WaitingTimesCsv, Times + "Yorneo;product;NMD;2026-07;4;\n" + line + "\n", column, reason);

    [Theory]
    [InlineData("GM0119;2025;;100;", "Item", "ITEM_INVALID")]
    [InlineData("GM0119;2025;a=b;100;", "Item", "ITEM_INVALID")]
    [InlineData("GM0119;2025-05;Verblijf;100;", "Year", "NOT_A_YEAR")]
    [InlineData("GM0119;;Verblijf;100;", "Year", "PERIOD_MISSING")]
    [InlineData("GM0119;2025;Verblijf;;100", "Budget", "NOTHING_GIVEN")]
    [InlineData("GM0119;2025;Verblijf;-100;", "Budget", "NUMBER_NEGATIVE")]
    [InlineData("GM0119;2025;Verblijf;100;veel", "Spent", "NUMBER_INVALID")]
    public Task A_wrong_line_of_budgets_is_named_and_nothing_is_stored(string line, string column, string reason) =>
        IsNamedAsync(ImportFormat.BudgetsCsv, Budgets + "GM0106;2030;Verblijf;100;\n" + line + "\n", column, reason);

    private async Task IsNamedAsync(ImportFormat format, string file, string column, string reason)
    {
        var before = await drenthe.Host.Database.ScalarAsync<long>("select count(*) from observation where period in ('2026-07', '2030')");

        var report = await SendAsync(format, file);

        var fault = Assert.Single(report.Faults);
        Assert.Equal((false, 1, 3, column, reason), (report.Stored, report.RefusedCount, fault.Line, fault.Column, fault.Reason));
        Assert.Equal(before, await drenthe.Host.Database.ScalarAsync<long>("select count(*) from observation where period in ('2026-07', '2030')"));
    }

    private async Task<IReadOnlyList<Figure>> FiguresAsync(string token, string area) =>
        (await new MonitorService.MonitorServiceClient(drenthe.Host.Invoker(token)).GetMonitorAsync(new() { AreaId = area })).Monitor.Figures;

    private async Task<ImportObservationsResponse> SendAsync(ImportFormat format, string file, bool preview = false)
    {
        using var call = new ImportService.ImportServiceClient(drenthe.Host.Invoker(TestTokens.For(Roles.PolicyAdviser))).ImportObservations();
        return await call.SendAsync(
            new() { Header = new() { Format = format, FileName = "eigen.csv", Preview = preview, Source = new() { Title = "Opgave van aanbieders", Place = "bijlage" } } },
            new() { Chunk = ByteString.CopyFromUtf8(file) });
    }
}
