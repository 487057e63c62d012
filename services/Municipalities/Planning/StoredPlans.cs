using Microsoft.EntityFrameworkCore;
using Regio.Municipalities.Laws;
using Regio.Municipalities.Persistence;
using Regio.Municipalities.Rounds;
using Regio.ServiceDefaults.Errors;
using Regio.ServiceDefaults.Persistence;

namespace Regio.Municipalities.Planning;

/// <summary>Finds plans and laws, to read them or to change them.</summary>
internal static class StoredPlans
{
    /// <summary>The plan to change, its row locked so that two who change it do so one after another.</summary>
    public static async Task<Plan> PlanToChangeAsync(this MunicipalitiesDbContext db, string id, string etag, CancellationToken ct)
    {
        var key = Guid.ParseExact(id, "D");
        await db.Database.ExecuteSqlAsync($"select from plan where id = {key} for update", ct);
        var plan = await db.Set<Plan>().Where(p => p.Id == key).WithParts().SingleOrDefaultAsync(ct) ?? throw new DomainException(PlanningRules.Unknown, "plan_id");
        Etag.Require(etag, plan.Version);
        return plan;
    }

    public static async Task<Plan> PlanToReadAsync(this MunicipalitiesDbContext db, string id, CancellationToken ct)
    {
        var key = Guid.ParseExact(id, "D");
        return await db.Set<Plan>().AsNoTracking().Where(p => p.Id == key).WithParts().SingleOrDefaultAsync(ct) ?? throw new DomainException(PlanningRules.Unknown, "id");
    }

    /// <summary>The plans in which something hangs on a law, locked in one order for all.</summary>
    public static async Task<IReadOnlyList<Plan>> PlansOfLawAsync(this MunicipalitiesDbContext db, string lawCode, CancellationToken ct)
    {
        await db.Database.ExecuteSqlAsync($"select from plan where id in (select plan_id from milestone where law_code = {lawCode}) order by id for update", ct);
        return await db.Set<Plan>().Where(p => p.Milestones.Any(m => m.LawCode == lawCode)).OrderBy(p => p.Id).WithParts().ToListAsync(ct);
    }

    /// <summary>The law; while a change of it runs, nothing else begins to hang on it.</summary>
    public static async Task<Law> LawAsync(this MunicipalitiesDbContext db, string code, string field, CancellationToken ct)
    {
        await db.Database.ExecuteSqlAsync($"select from law where code = {code} for update", ct);
        return await db.Set<Law>().Include(l => l.Dates).SingleOrDefaultAsync(l => l.Code == code, ct) ?? throw new DomainException(LawRules.Unknown, field);
    }

    /// <summary>The rounds that a plan has for gates, as they stood on a day.</summary>
    public static async Task<IReadOnlyDictionary<Guid, Gate>> GatesAsync(this MunicipalitiesDbContext db, Plan plan, DateOnly day, CancellationToken ct)
    {
        var ids = plan.Milestones.Where(m => m.GateRoundId is not null).Select(m => m.GateRoundId!.Value).Distinct().ToList();
        var rounds = await db.Set<Round>().AsNoTracking().Where(r => ids.Contains(r.Id)).WithParts().ToListAsync(ct);
        return rounds.ToDictionary(r => r.Id, r => Gate.Of(r, day));
    }

    private static IQueryable<Plan> WithParts(this IQueryable<Plan> plans) =>
        plans.Include(p => p.Milestones).ThenInclude(m => m.Dates).Include(p => p.Baselines).ThenInclude(b => b.Dates).AsSplitQuery();
}
