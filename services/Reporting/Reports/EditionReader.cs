using Microsoft.EntityFrameworkCore;
using Regio.Reporting.Persistence;
using Regio.ServiceDefaults.Errors;
using Regio.ServiceDefaults.Persistence;

namespace Regio.Reporting.Reports;

/// <summary>Reads editions that are to be changed.</summary>
internal static class EditionReader
{
    /// <summary>The edition, held until the end of the transaction, as the caller saw it.</summary>
    public static async Task<ReportEdition> EditionToChangeAsync(this ReportingDbContext db, string id, string etag, CancellationToken ct)
    {
        var key = Guid.Parse(id);
        var edition = await db.Set<ReportEdition>().FromSql($"select * from report_edition where id = {key} for update").SingleOrDefaultAsync(ct)
            ?? throw new DomainException(ReportRules.EditionUnknown, "id", new Dictionary<string, string> { ["id"] = id });
        Etag.Require(etag, edition.Version);
        return edition;
    }
}
