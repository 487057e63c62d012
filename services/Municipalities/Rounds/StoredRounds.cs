using Microsoft.EntityFrameworkCore;
using Regio.Municipalities.Persistence;
using Regio.ServiceDefaults.Errors;
using Regio.ServiceDefaults.Persistence;

namespace Regio.Municipalities.Rounds;

/// <summary>Finds rounds, to read them or to change them.</summary>
internal static class StoredRounds
{
    /// <summary>
    /// The round to change. Its row is locked: of twelve councils that decide in the same second each sees what the ones
    /// before it did, so that one of them completes the adoption.
    /// </summary>
    public static async Task<Round> ToChangeAsync(this MunicipalitiesDbContext db, string id, string etag, string idField, CancellationToken ct)
    {
        var key = Guid.ParseExact(id, "D");
        var round = await db.Set<Round>().FromSql($"select * from decision_round where id = {key} for update").SingleOrDefaultAsync(ct)
            ?? throw NotFound(id, idField);
        Etag.Require(etag, round.Version);
        // The parts come after the lock, so that they are those of this version.
        await db.Set<Round>().Where(r => r.Id == key).WithParts().LoadAsync(ct);
        return round;
    }

    public static async Task<Round> ToReadAsync(this MunicipalitiesDbContext db, string id, string idField, CancellationToken ct)
    {
        var key = Guid.ParseExact(id, "D");
        // One transaction, so that the parts are those of one version.
        await using var moment = await db.Database.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, ct);
        return await db.Set<Round>().AsNoTracking().Where(r => r.Id == key).WithParts().SingleOrDefaultAsync(ct) ?? throw NotFound(id, idField);
    }

    /// <summary>Refuses the id of a round that does not exist.</summary>
    public static async Task RequireAsync(this MunicipalitiesDbContext db, Guid id, string idField, CancellationToken ct)
    {
        if (!await db.Set<Round>().AnyAsync(r => r.Id == id, ct))
            throw NotFound(id.ToString("D"), idField);
    }

    public static IQueryable<Round> WithParts(this IQueryable<Round> rounds) => rounds
        .Include(r => r.Steps).Include(r => r.Bodies).Include(r => r.Texts).Include(r => r.Views).ThenInclude(v => v.Remarks)
        .Include(r => r.Decisions).Include(r => r.FollowUps).Include(r => r.Duties).AsSplitQuery();

    private static DomainException NotFound(string id, string field) =>
        new(RoundRules.Unknown, field, new Dictionary<string, string> { [field] = id });
}
