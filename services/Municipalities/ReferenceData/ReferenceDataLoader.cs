using Microsoft.EntityFrameworkCore;
using Regio.Municipalities.Agreements;
using Regio.Municipalities.Bodies;
using Regio.Municipalities.Costs;
using Regio.Municipalities.Glossary;
using Regio.Municipalities.HourClaims;
using Regio.Municipalities.Persistence;
using Regio.Municipalities.Register;
using Regio.ServiceDefaults.Persistence;
using Regio.ServiceDefaults.Time;

namespace Regio.Municipalities.ReferenceData;

/// <summary>Brings the register up to the published facts and publishes what changed; a second run finds nothing to do.</summary>
internal sealed class ReferenceDataLoader(TimeProvider time) : IReferenceDataLoader<MunicipalitiesDbContext>
{
    public async Task LoadAsync(MunicipalitiesDbContext db, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var regions = await LoadRegionsAsync(db, ct);
        await LoadMunicipalitiesAsync(db, regions, ct);
        await LoadKeysAsync(db, ct);
        await LoadRegionRolesAsync(db, ct);
        await LoadClaimsAsync(db, ct);
        await LoadCooperationAsync(db, ct);
        await LoadHourRatesAsync(db, ct);
        await LoadGlossaryAsync(db, ct);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
    }

    private static async Task<Dictionary<string, Region>> LoadRegionsAsync(MunicipalitiesDbContext db, CancellationToken ct)
    {
        var known = await db.Set<Region>().ToDictionaryAsync(r => r.Id, ct);
        foreach (var region in PublishedFacts.Regions())
        {
            if (!known.TryGetValue(region.Id, out var current))
                db.Add(region);
            else if (current != region)
                db.Entry(current).CurrentValues.SetValues(region);
            known[region.Id] = region;
        }

        return known;
    }

    private async Task LoadMunicipalitiesAsync(MunicipalitiesDbContext db, Dictionary<string, Region> regions, CancellationToken ct)
    {
        var known = await db.Set<Municipality>().Include(m => m.YouthCounts).Include(m => m.Memberships).AsSplitQuery()
            .ToDictionaryAsync(m => m.Id, ct);
        foreach (var (id, facts) in PublishedFacts.Municipalities())
        {
            if (!known.TryGetValue(id, out var municipality))
                db.Add(municipality = Municipality.Register(id));
            if (municipality.Record(facts))
                db.KeepVersion(municipality, regions, time.StorableNow());
        }
    }

    private async Task LoadKeysAsync(MunicipalitiesDbContext db, CancellationToken ct)
    {
        var known = await db.Set<AllocationKey>().Select(k => k.Id).ToHashSetAsync(ct);
        foreach (var key in PublishedFacts.Keys().Where(k => !known.Contains(k.Id)))
        {
            db.Add(key);
            db.Publish(CostEvents.Adopted(key, time.StorableNow()), key.Id.ToString("D"));
        }
    }

    private static async Task LoadRegionRolesAsync(MunicipalitiesDbContext db, CancellationToken ct)
    {
        var all = await db.Set<RegionRole>().ToListAsync(ct);
        // Where somebody recorded who has a role, what is published no longer changes who has it.
        var recorded = all.Where(r => r.RecordedAt is not null || r.SupersededAt is not null).Select(r => (r.RegionId, r.Kind)).ToHashSet();
        var known = all.Where(r => !recorded.Contains((r.RegionId, r.Kind))).ToList();
        var published = PublishedFacts.RegionRoles().Where(r => !recorded.Contains((r.RegionId, r.Kind))).ToList();
        db.RemoveRange(known.Except(published));
        db.AddRange(published.Except(known));
    }

    // What was claimed refers to a rate, so a rate that is there stays.
    private static async Task LoadHourRatesAsync(MunicipalitiesDbContext db, CancellationToken ct)
    {
        var known = await db.Set<HourRate>().Select(r => new { r.Work, r.StartsOn }).ToListAsync(ct);
        db.AddRange(PublishedFacts.HourRates().Where(r => !known.Contains(new { r.Work, r.StartsOn })));
    }

    private static async Task LoadClaimsAsync(MunicipalitiesDbContext db, CancellationToken ct)
    {
        var all = await db.Set<Claim>().ToListAsync(ct);
        // Where somebody recorded a claim or a choice, what is published no longer changes what is followed.
        var recorded = all.Where(c => c.RecordedAt is not null || c.SupersededAt is not null).Select(c => c.Topic).ToHashSet();
        var known = all.Where(c => !recorded.Contains(c.Topic)).ToList();
        var published = PublishedFacts.Claims().Where(c => !recorded.Contains(c.Topic)).ToList();
        db.RemoveRange(known.Except(published));
        db.AddRange(published.Except(known));
    }

    // What became of them since is recorded by people, so those that are there stay.
    private async Task LoadCooperationAsync(MunicipalitiesDbContext db, CancellationToken ct)
    {
        var bodies = await db.Set<Body>().Select(b => b.Id).ToHashSetAsync(ct);
        db.AddRange(PublishedCooperation.Bodies(time.StorableNow()).Where(b => !bodies.Contains(b.Id)));
        var agreements = await db.Set<Agreement>().Select(a => a.Id).ToHashSetAsync(ct);
        db.AddRange(PublishedCooperation.Agreements().Where(a => !agreements.Contains(a.Id)));
    }

    // What somebody defined stays beside what the suite brings.
    private static async Task LoadGlossaryAsync(MunicipalitiesDbContext db, CancellationToken ct)
    {
        var known = await db.Set<GlossaryMeaning>().Select(m => new { m.Term, m.Code }).ToListAsync(ct);
        db.AddRange(PublishedFacts.Glossary().Where(m => !known.Contains(new { m.Term, m.Code })));
    }
}
