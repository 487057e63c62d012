using Microsoft.EntityFrameworkCore;
using Regio.ExpertTable.Cases;
using Regio.ExpertTable.Persistence;
using Regio.ServiceDefaults.Errors;

namespace Regio.ExpertTable.Capacity;

/// <summary>Reads who works at the table and what they took. Those who take places come one after another.</summary>
internal sealed class CapacityReader(ExpertTableDbContext db)
{
    private const int LockClass = 0x4749;

    /// <summary>Until the transaction ends nobody else takes a place in this year.</summary>
    public Task LockAsync(int year, CancellationToken ct) =>
        db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock({LockClass}, {year})", ct);

    public async Task<StaffMember> FindAsync(string id, string field, CancellationToken ct)
    {
        var key = Guid.ParseExact(id, "D");
        return await db.Set<StaffMember>().SingleOrDefaultAsync(m => m.Id == key, ct) ?? throw new DomainException(CapacityRules.StaffMemberUnknown, field);
    }

    /// <summary>Refused unless somebody by this subject chairs the table on that day.</summary>
    public async Task RequireChairAsync(string subject, DateOnly day, string field, CancellationToken ct)
    {
        var chairs = await db.Set<StaffMember>().AsNoTracking().Where(m => m.Kind == StaffKind.Chair && m.Subject == subject).ToListAsync(ct);
        if (!chairs.Exists(m => m.Validity.Contains(day)))
            throw new DomainException(CapacityRules.StaffMemberNotInOffice, field, new Dictionary<string, string> { ["kind"] = Codes.Of(StaffKind.Chair) });
    }

    /// <summary>The year of this day, for the guides who are in office on it.</summary>
    public async Task<GuideYears> YearAsync(DateOnly day, CancellationToken ct)
    {
        var term = (await TermAsync(day, ct)).Term;
        var taken = await TakenAsync(day.Year, ct);
        var guides = await db.Set<StaffMember>().AsNoTracking().Where(m => m.Kind == StaffKind.Guide).ToListAsync(ct);
        return new GuideYears(
            term.CasesPerGuide, term.CasesInAll, taken.Values.Sum(t => t.Count),
            [.. guides.Where(g => g.Validity.Contains(day)).OrderBy(g => g.Id).Select(g => new GuideYear(g.Id, taken.GetValueOrDefault(g.Id).Count))]);
    }

    public async Task<TermInForce> TermAsync(DateOnly day, CancellationToken ct) =>
        TermInForce.On(day, await db.Set<CapacityTerm>().AsNoTracking().ToListAsync(ct));

    /// <summary>Places taken in a year, by guide: how many, and how many of them past a limit.</summary>
    public async Task<Dictionary<Guid, (int Count, int Overrides)>> TakenAsync(int year, CancellationToken ct) =>
        await db.Set<GuidePlace>().Where(p => p.Year == year).GroupBy(p => p.GuideId)
            .Select(g => new { g.Key, Count = g.Count(), Overrides = g.Count(p => p.IsOverride) })
            .ToDictionaryAsync(g => g.Key, g => (g.Count, g.Overrides), ct);

    public Task<int> WaitingAsync(CancellationToken ct) => db.Set<Case>().CountAsync(c => c.WaitingSince != null, ct);
}
