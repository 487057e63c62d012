using System.Net;
using AngleSharp.Html.Parser;
using Grpc.Core;
using Regio.Reporting.V1;
using Regio.ServiceDefaults.Security;
using Regio.Testing;

namespace Regio.Reporting.Tests.Reports;

public sealed class ReportServiceTests(DrentheMonitor drenthe) : IClassFixture<DrentheMonitor>
{
    private readonly Dictionary<string, ReportService.ReportServiceClient> _clients = [];

    [Fact]
    public async Task The_reports_of_all_twelve_have_two_pages_and_stay_the_same_after_a_correction()
    {
        await drenthe.Host.ImportAsync("youth-care-use;GM0106;2019;;11,0;\n", "eerst.csv");
        await drenthe.Host.PublishAsync(DecisionRounds.Vision);
        await Eventually.Is("the round is known", 1, () => drenthe.Host.Database.ScalarAsync<long>("select count(*) from decision_round"));
        var edition = await PublishedAsync();
        var reports = (await Client("lezer").GetEditionAsync(new() { Id = edition })).Reports;
        Assert.Equal(Drenthe.Ids, reports.Select(report => report.MunicipalityId));
        Assert.All(reports, report => Assert.True(report.Figures.Count > 0));
        foreach (var report in reports)
        {
            var pdf = System.Text.Encoding.Latin1.GetString(await FileAsync(report.Id, "pdf"));
            Assert.Matches("/Type/Pages/Count 2[/ >]|/Count 2/Kids", pdf);
        }

        var emmen = System.Text.Encoding.UTF8.GetString(await FileAsync(reports.Single(report => report.MunicipalityId == "GM0114").Id, "html"));
        Assert.Contains("Gemeenteraad van Emmen, vaststelling door de raden: afgewezen op 11 juni 2026 (telt tegen).", emmen, StringComparison.Ordinal);
        var assen = reports.Single(report => report.MunicipalityId == "GM0106");
        var (page, file) = (await FileAsync(assen.Id, "html"), await FileAsync(assen.Id, "pdf"));
        await drenthe.Host.ImportAsync("youth-care-use;GM0106;2019;;11,9;\n", "later.csv");

        // For whoever wants to see what a council gets.
        if (Environment.GetEnvironmentVariable("REPORT_PICTURES") is { } folder)
            await File.WriteAllBytesAsync(Path.Combine(folder, "assen.pdf"), file);
        Assert.Equal(page, await FileAsync(assen.Id, "html"));
        Assert.Equal(file, await FileAsync(assen.Id, "pdf"));
        Assert.Equal(assen.PdfHash, Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(file)));
        var correction = Assert.Single((await Client("lezer").GetEditionAsync(new() { Id = edition })).Reports.Single(report => report.Id == assen.Id).Corrections);
        Assert.Equal(("11,0", "11,9", 2), (correction.UsedValue, correction.LatestValue, correction.LatestVersion));
        var notice = await drenthe.Host.Http.GetStringAsync(new Uri($"/rapporten/{assen.Id}", UriKind.Relative));
        Assert.Contains("in het rapport 11,0, nu 11,9", notice, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_report_is_plain_Dutch_with_sources_and_says_what_is_not_known()
    {
        var edition = await PublishedAsync("GM0114");
        var report = Assert.Single((await Client("lezer").GetEditionAsync(new() { Id = edition })).Reports);

        var page = new HtmlParser().ParseDocument(System.Text.Encoding.UTF8.GetString(await FileAsync(report.Id, "html")));

        Assert.Equal("Raadsrapport jeugdhulp Emmen", page.QuerySelector("h1")!.TextContent);
        var text = page.Body!.TextContent.Replace('\u00A0', ' ');
        Assert.All(
            ["20.251 jeugdigen", "24,7 %", "genormaliseerd", "€ 210.160,16", "niet bekend", "Omarm de complexiteit, mei 2022", "Wat de raad besluit"],
            words => Assert.Contains(words, text, StringComparison.Ordinal));
        Assert.Empty(page.QuerySelectorAll("script, link, img"));
    }

    [Fact]
    public async Task What_is_not_published_is_on_no_page_and_what_is_published_cannot_be_changed()
    {
        var edition = await DraftedAsync("GM0106");
        var report = Assert.Single((await Client("lezer").GetEditionAsync(new() { Id = edition })).Reports);
        using var hidden = await drenthe.Host.Http.GetAsync(new Uri($"/rapporten/{report.Id}.pdf", UriKind.Relative));
        Assert.Equal(HttpStatusCode.NotFound, hidden.StatusCode);

        var own = await Assert.ThrowsAsync<RpcException>(async () => await Client("maker").CheckEditionAsync(new() { RequestId = NewId(), Id = edition }));
        Assert.Equal((StatusCode.FailedPrecondition, "CHECKED_BY_DRAFTER"), (own.StatusCode, Refusals.Reason(own)));

        var changed = await Assert.ThrowsAnyAsync<Exception>(() => drenthe.Host.Database.ExecuteAsync($"update council_report set content = '' where id = '{report.Id}'"));
        Assert.Contains("never change", changed.Message, StringComparison.Ordinal);
        var published = await PublishedAsync("GM0118");
        var back = await Assert.ThrowsAnyAsync<Exception>(() => drenthe.Host.Database.ExecuteAsync($"update report_edition set state = 'Checked', published_at = null where id = '{published}'"));
        Assert.Contains("published", back.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_report_that_cannot_be_made_is_set_aside_with_its_reason_and_holds_up_nothing()
    {
        await drenthe.Host.Database.ExecuteAsync(
            """
            create function fail() returns trigger language plpgsql as $$ begin raise exception 'broken'; end $$;
            create trigger broken before insert on council_report for each row when (new.municipality_id = 'GM0109') execute function fail();
            """);

        var first = await DraftedAsync("GM0106", "GM0109", "GM0114");
        var second = await DraftedAsync("GM0118");

        var edition = await Client("lezer").GetEditionAsync(new() { Id = first });
        Assert.Equal((3, 2, 1), (edition.Edition.ReportCount, edition.Edition.DoneCount, edition.Edition.SetAsideCount));
        Assert.Equal(["GM0106", "GM0114"], edition.Reports.Select(report => report.MunicipalityId));
        var aside = Assert.Single(edition.SetAside);
        Assert.Equal(("GM0109", "REPORT_FAILED"), (aside.MunicipalityId, aside.Reason));
        Assert.Single((await Client("lezer").GetEditionAsync(new() { Id = second })).Reports);
        await drenthe.Host.Database.ExecuteAsync("drop trigger broken on council_report; drop function fail");
    }

    [Fact]
    public async Task The_database_keeps_no_report_without_its_files_and_no_file_that_is_not_what_it_says()
    {
        var edition = await PublishedAsync("GM1690");
        var report = Assert.Single((await Client("lezer").GetEditionAsync(new() { Id = edition })).Reports);

        var without = await Assert.ThrowsAnyAsync<Exception>(() => drenthe.Host.Database.ExecuteAsync(
            $"insert into council_report select gen_random_uuid(), edition_id, 'GM0106', content, content_hash, html_hash, pdf_hash from council_report where id = '{report.Id}'"));
        Assert.Contains("has not all its files", without.Message, StringComparison.Ordinal);
        var changed = await Assert.ThrowsAnyAsync<Exception>(() => drenthe.Host.Database.ExecuteAsync($"update council_report_file set bytes = '' where report_id = '{report.Id}'"));
        Assert.Contains("never change", changed.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_report_can_be_gone_on_with_in_a_word_processor()
    {
        var edition = await PublishedAsync("GM1731");
        var report = Assert.Single((await Client("lezer").GetEditionAsync(new() { Id = edition })).Reports);

        var file = await FileAsync(report.Id, "docx");

        Assert.Equal(report.DocxHash, Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(file)));
        using var text = DocumentFormat.OpenXml.Packaging.WordprocessingDocument.Open(new MemoryStream(file), isEditable: false);
        Assert.Contains("Raadsrapport jeugdhulp Midden-Drenthe", text.MainDocumentPart!.Document.Body!.InnerText, StringComparison.Ordinal);
    }

    private static string NewId() => Guid.CreateVersion7().ToString("D");

    private async Task<string> PublishedAsync(params string[] municipalities)
    {
        var id = await DraftedAsync(municipalities);
        await Client("lezer").CheckEditionAsync(new() { RequestId = NewId(), Id = id });
        await Client("maker").PublishEditionAsync(new() { RequestId = NewId(), Id = id });
        return id;
    }

    private async Task<string> DraftedAsync(params string[] municipalities)
    {
        var id = (await Client("maker").DraftEditionAsync(new() { RequestId = NewId(), Title = "Najaar 2026", MunicipalityIds = { municipalities } })).Edition.Id;
        await Eventually.Is("all reports are made", EditionState.Draft, async () => (await Client("maker").GetEditionAsync(new() { Id = id })).Edition.State);
        return id;
    }

    private Task<byte[]> FileAsync(string report, string ending) => drenthe.Host.Http.GetByteArrayAsync(new Uri($"/rapporten/{report}.{ending}", UriKind.Relative));

    // One each: a connection is not made anew for every look.
    private ReportService.ReportServiceClient Client(string subject) => _clients.TryGetValue(subject, out var known) ? known : _clients[subject] =
        new(drenthe.Host.Host.Invoker(TestTokens.Create(new TestToken { Subject = subject, Roles = [Roles.Regiomanager] })));
}
