using Microsoft.EntityFrameworkCore;
using Regio.Reporting.Persistence;

namespace Regio.Reporting.Reports;

/// <summary>A file of a report with its name.</summary>
internal sealed record NamedFile(string Name, byte[] Bytes, string Hash);

/// <summary>Reads files of reports as they were stored; they are never made again.</summary>
internal sealed class FileReader(ReportingDbContext db)
{
    /// <summary>The file; null when there is none.</summary>
    /// <param name="id">The report.</param>
    /// <param name="kind">In what form.</param>
    /// <param name="published">Whether only published reports count.</param>
    /// <param name="ct">Ends the reading.</param>
    public async Task<NamedFile?> FindAsync(Guid id, FileKind kind, bool published, CancellationToken ct) => await (
        from file in db.Set<ReportFile>().AsNoTracking()
        join report in db.Set<CouncilReport>() on file.ReportId equals report.Id
        join edition in db.Set<ReportEdition>() on report.EditionId equals edition.Id
        where file.ReportId == id && file.Kind == kind && (!published || edition.State == EditionState.Published)
        select new NamedFile(NameOf(report.MunicipalityId, report.ContentHash, kind), file.Bytes, file.Hash)).SingleOrDefaultAsync(ct);

    private static string NameOf(string municipalityId, string contentHash, FileKind kind) =>
        $"raadsrapport-{municipalityId}-{contentHash[..8]}.{kind.ToString().ToLowerInvariant()}";
}
