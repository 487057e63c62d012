using Microsoft.EntityFrameworkCore;
using Regio.Municipalities.Persistence;
using Regio.Municipalities.Register;
using Regio.ServiceDefaults.Errors;

namespace Regio.Municipalities.Mandates;

/// <summary>Finds mandates and acts, to read them or to change them.</summary>
internal static class StoredMandates
{
    /// <summary>The mandate to change, its row locked so that two who change it do so one after another.</summary>
    public static async Task<Mandate> MandateToChangeAsync(this MunicipalitiesDbContext db, string id, CancellationToken ct)
    {
        var key = Guid.ParseExact(id, "D");
        return await db.Set<Mandate>().FromSql($"select * from mandate where id = {key} for update")
            .Include(m => m.Grants).Include(m => m.Consents).AsSplitQuery().SingleOrDefaultAsync(ct) ?? throw Unknown(id, "mandate_id");
    }

    public static async Task<MandatedAct> ActToChangeAsync(this MunicipalitiesDbContext db, string id, CancellationToken ct)
    {
        var key = Guid.ParseExact(id, "D");
        return await db.Set<MandatedAct>().FromSql($"select * from mandated_act where id = {key} for update")
            .Include(a => a.Authorities).AsSplitQuery().SingleOrDefaultAsync(ct)
            ?? throw new DomainException(MandateRules.ActUnknown, "act_id", new Dictionary<string, string> { ["act_id"] = id });
    }

    /// <summary>The answer for each municipality, which the register must know.</summary>
    public static async Task<IReadOnlyList<MandateAnswer>> AnswersAsync(
        this MunicipalitiesDbContext db, RegisterSnapshot register, MandateQuestion question, IReadOnlyList<string> municipalityIds, CancellationToken ct)
    {
        for (var i = 0; i < municipalityIds.Count; i++)
            register.Municipality(municipalityIds[i], $"municipality_ids[{i}]");
        var mandates = await db.MandatesOfAsync(question.Mandated, ct);
        return [.. municipalityIds.Select(id => MandateCheck.Of(mandates, question, id))];
    }

    /// <summary>The mandates that could cover an act of a function: its own and those that they are sub-mandates of.</summary>
    private static async Task<IReadOnlyList<Mandate>> MandatesOfAsync(this MunicipalitiesDbContext db, string mandated, CancellationToken ct)
    {
        var found = new List<Mandate>();
        var own = await db.Mandates().Where(m => m.Mandated == mandated).ToListAsync(ct);
        while (own.Count > 0)
        {
            found.AddRange(own);
            var above = own.Select(m => m.ParentId).OfType<Guid>().Except(found.Select(m => m.Id)).ToList();
            own = await db.Mandates().Where(m => above.Contains(m.Id)).ToListAsync(ct);
        }

        return found;
    }

    public static IQueryable<Mandate> Mandates(this MunicipalitiesDbContext db) =>
        db.Set<Mandate>().AsNoTracking().Include(m => m.Grants).Include(m => m.Consents).AsSplitQuery();

    public static DomainException Unknown(string id, string field) =>
        new(MandateRules.Unknown, field, new Dictionary<string, string> { [field] = id });
}
