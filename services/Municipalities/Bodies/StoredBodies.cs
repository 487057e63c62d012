using Microsoft.EntityFrameworkCore;
using Regio.Municipalities.Persistence;
using Regio.ServiceDefaults.Errors;
using Regio.ServiceDefaults.Persistence;

namespace Regio.Municipalities.Bodies;

/// <summary>Finds bodies, to read them or to change them.</summary>
internal static class StoredBodies
{
    /// <summary>The body to change, its row locked so that two who change it do so one after another.</summary>
    public static async Task<Body> BodyToChangeAsync(this MunicipalitiesDbContext db, string id, string etag, CancellationToken ct)
    {
        await db.Database.ExecuteSqlAsync($"select from body where id = {id} for update", ct);
        var body = await db.Set<Body>().Where(b => b.Id == id).WithParts().SingleOrDefaultAsync(ct) ?? throw Unknown(id, "body_id");
        Etag.Require(etag, body.Version);
        return body;
    }

    public static async Task<Body> BodyToReadAsync(this MunicipalitiesDbContext db, string id, string field, CancellationToken ct) =>
        await db.Set<Body>().AsNoTracking().Where(b => b.Id == id).WithParts().SingleOrDefaultAsync(ct) ?? throw Unknown(id, field);

    public static IQueryable<Body> WithParts(this IQueryable<Body> bodies) =>
        bodies.Include(b => b.Seats).ThenInclude(s => s.Holders).Include(b => b.Quorums).AsSplitQuery();

    public static DomainException Unknown(string id, string field) => new(BodyRules.Unknown, field, new Dictionary<string, string> { [field] = id });
}
