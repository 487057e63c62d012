using Regio.Reporting.V1;
using Regio.Testing.Rpcs;

namespace Regio.Reporting.Tests.Rpcs;

/// <summary>Right requests about reports, for the table over all rpcs, in a process that makes none itself.</summary>
internal sealed class ReportSamples(ReportingHost host) : ISampleRequests
{
    public void AddTo(Samples samples) => samples
        .Add(() => new DraftEditionRequest { Title = "Najaar", MunicipalityIds = { "GM0106" } })
        .Add(async () => new GetEditionRequest { Id = await EditionAsync("Draft") })
        .Add(async () => new CheckEditionRequest { Id = await EditionAsync("Draft"), Etag = "\"1\"" })
        .Add(async () => new PublishEditionRequest { Id = await EditionAsync("Checked"), Etag = "\"1\"" })
        .Add(async () => new DownloadReportRequest { Id = await ReportAsync(), Format = ReportFormat.Pdf });

    private async Task<string> EditionAsync(string state)
    {
        var id = Guid.CreateVersion7();
        var isChecked = state == "Checked";
        await host.Database.ExecuteAsync(
            $"""
            insert into report_edition (id, title, municipality_ids, state, done_count, version, drafted_at, drafted_by, checked_at, checked_by, published_by)
            values ('{id}', 'Najaar', array['GM0106'], '{state}', 1, 1, now(), 'maker', {(isChecked ? "now()" : "null")}, '{(isChecked ? "lezer" : "")}', '')
            """);
        return id.ToString("D");
    }

    private async Task<string> ReportAsync()
    {
        var document = new Regio.Documents.Document("Proef", "", [Regio.Documents.Section.Of("a", "A", ["Tekst."], [])], "");
        var id = Guid.CreateVersion7();
        var content = Regio.Reporting.Reports.ReportFiles.Content(document);
        var files = Regio.Reporting.Reports.ReportFiles.Of(id, document);
        await host.Database.ExecuteAsync(
            $"""
            insert into council_report (id, edition_id, municipality_id, content, content_hash, html_hash, pdf_hash)
            values ('{id}', '{await EditionAsync("Draft")}', 'GM0106', '{content}', encode(sha256(convert_to('{content}', 'UTF8')), 'hex'), '{files[0].Hash}', '{files[1].Hash}');
            insert into council_report_file (report_id, kind, bytes, hash) values
                {string.Join(", ", files.Select(file => $"('{id}', '{file.Kind}', '\\x{Convert.ToHexStringLower(file.Bytes)}', '{file.Hash}')"))}
            """);
        return id.ToString("D");
    }
}
