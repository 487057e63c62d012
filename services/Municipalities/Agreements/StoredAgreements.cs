using Microsoft.EntityFrameworkCore;
using Regio.Municipalities.Persistence;
using Regio.ServiceDefaults.Errors;
using Regio.ServiceDefaults.Persistence;

namespace Regio.Municipalities.Agreements;

/// <summary>Finds agreements, to read them or to change them.</summary>
internal static class StoredAgreements
{
    /// <summary>The agreement to change, its row locked so that two who change it do so one after another.</summary>
    public static async Task<Agreement> AgreementToChangeAsync(this MunicipalitiesDbContext db, string id, string etag, CancellationToken ct)
    {
        var key = Guid.ParseExact(id, "D");
        await db.Database.ExecuteSqlAsync($"select from agreement where id = {key} for update", ct);
        var agreement = await db.Set<Agreement>().Where(a => a.Id == key).WithParts().Include(a => a.Alerts).SingleOrDefaultAsync(ct) ?? throw Unknown(id);
        Etag.Require(etag, agreement.Version);
        return agreement;
    }

    public static IQueryable<Agreement> WithParts(this IQueryable<Agreement> agreements) =>
        agreements.Include(a => a.Addenda).Include(a => a.Obligations).AsSplitQuery();

    public static DomainException Unknown(string id) => new(AgreementRules.Unknown, "id", new Dictionary<string, string> { ["id"] = id });
}
