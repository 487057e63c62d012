using Microsoft.EntityFrameworkCore;
using Regio.Reporting.Persistence;
using Regio.Reporting.Projection;
using Regio.Reporting.Suppression;

namespace Regio.Reporting.Reports;

/// <summary>A report in the archive.</summary>
/// <param name="Id">UUID.</param>
/// <param name="MunicipalityName">Whose it is.</param>
/// <param name="EditionTitle">The edition that it is of.</param>
/// <param name="PublishedAt">When that was published.</param>
/// <param name="Corrections">What was corrected since, in Dutch; empty when nothing was.</param>
public sealed record ArchivedReport(Guid Id, string MunicipalityName, string EditionTitle, DateTimeOffset PublishedAt, IReadOnlyList<string> Corrections);

/// <summary>Reads published reports for anybody.</summary>
internal sealed class ArchiveReader(ReportingDbContext db, CorrectionReader corrected)
{
    private const int MostReports = 1_000;

    /// <summary>The latest first.</summary>
    public async Task<IReadOnlyList<ArchivedReport>> ListAsync(CancellationToken ct) => await ReadAsync(Published(), ct);

    /// <summary>One report with what was corrected since; null when there is none that is published.</summary>
    public async Task<ArchivedReport?> FindAsync(Guid id, CancellationToken ct) => (await ReadAsync(Published().Where(row => row.Report.Id == id), ct)).SingleOrDefault();

    private async Task<IReadOnlyList<ArchivedReport>> ReadAsync(IQueryable<PublishedRow> rows, CancellationToken ct)
    {
        var found = await rows.OrderByDescending(row => row.PublishedAt).ThenBy(row => row.Report.Id).Take(MostReports)
            .Select(row => new { row.Report.Id, row.Report.MunicipalityId, row.Title, row.PublishedAt }).ToListAsync(ct);
        var names = await db.Set<ProjectedMunicipality>().ToDictionaryAsync(m => m.Id, m => m.Name, ct);
        var corrections = await corrected.ReadAsync([.. found.Select(row => row.Id)], Viewer.Anybody, ct);
        return
        [
            .. found.Select(row => new ArchivedReport(
                row.Id, names.GetValueOrDefault(row.MunicipalityId, row.MunicipalityId), row.Title, row.PublishedAt,
                [.. corrections[row.Id].Select(c => $"{c.Latest.Label} ({c.Used.Period}): in het rapport {c.UsedValue}, nu {c.Latest.Value}. Bron: {c.Latest.SourceTitle}, {c.Latest.SourcePlace}")])),
        ];
    }

    private IQueryable<PublishedRow> Published() =>
        from report in db.Set<CouncilReport>().AsNoTracking()
        join edition in db.Set<ReportEdition>() on report.EditionId equals edition.Id
        where edition.State == EditionState.Published
        select new PublishedRow { Report = report, Title = edition.Title, PublishedAt = edition.PublishedAt!.Value };

    private sealed class PublishedRow
    {
        public required CouncilReport Report { get; init; }

        public required string Title { get; init; }

        public required DateTimeOffset PublishedAt { get; init; }
    }
}
