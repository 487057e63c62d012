using Microsoft.EntityFrameworkCore;
using Regio.Municipalities.Persistence;
using Regio.ServiceDefaults.Errors;
using Regio.ServiceDefaults.Persistence;

namespace Regio.Municipalities.Funds;

/// <summary>Finds funds, to read them or to change them.</summary>
internal static class StoredFunds
{
    /// <summary>The fund to change, its row locked so that two who spend at once cannot both spend the last euro.</summary>
    public static async Task<Fund> FundToChangeAsync(this MunicipalitiesDbContext db, string id, string etag, CancellationToken ct)
    {
        var key = Guid.ParseExact(id, "D");
        await db.Database.ExecuteSqlAsync($"select from fund where id = {key} for update", ct);
        var fund = await db.Set<Fund>().Where(f => f.Id == key).WithParts().SingleOrDefaultAsync(ct) ?? throw Unknown(id, "fund_id");
        Etag.Require(etag, fund.Version);
        return fund;
    }

    public static async Task<Fund> FundToReadAsync(this MunicipalitiesDbContext db, string id, CancellationToken ct)
    {
        var key = Guid.ParseExact(id, "D");
        return await db.Set<Fund>().AsNoTracking().Where(f => f.Id == key).WithParts().SingleOrDefaultAsync(ct) ?? throw Unknown(id, "id");
    }

    public static IQueryable<Fund> WithParts(this IQueryable<Fund> funds) => funds.Include(f => f.Entries).Include(f => f.Applications).AsSplitQuery();

    private static DomainException Unknown(string id, string field) => new(FundRules.Unknown, field, new Dictionary<string, string> { [field] = id });
}
