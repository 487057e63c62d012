using System.Data;
using Microsoft.EntityFrameworkCore;
using Regio.Reporting.Figures;
using Regio.Reporting.Persistence;
using Regio.Reporting.Projection;
using Regio.Reporting.Suppression;
using Regio.ServiceDefaults.Time;

namespace Regio.Reporting.Monitor;

/// <summary>Reads the monitor of an area, all of it of the same moment.</summary>
internal sealed class MonitorReader(
    ReportingDbContext db, AllocationReader allocations, FigureReader figures, ContractReader contracts, CaseReader cases, WorkReader work, ProgressReader progress, TimeProvider time)
{
    private const string KeyPurpose = "jhrd";

    /// <summary>The monitor as the viewer may see it; null when the area is unknown.</summary>
    public Task<MonitorView?> ReadAsync(string areaId, int maxAllocations, Viewer viewer, CancellationToken ct) =>
        ReadAsync(areaId, maxAllocations, () => figures.ReadAsync(areaId, viewer, ct), viewer, ct);

    /// <summary>What the suite itself knows of an area, without published figures and without the allocations one by one.</summary>
    public Task<MonitorView?> WithoutFiguresAsync(string areaId, Viewer viewer, CancellationToken ct) =>
        ReadAsync(areaId, maxAllocations: 0, () => Task.FromResult(new PublishedFigures([], [])), viewer, ct);

    private async Task<MonitorView?> ReadAsync(string areaId, int maxAllocations, Func<Task<PublishedFigures>> publishedFigures, Viewer viewer, CancellationToken ct)
    {
        await using var moment = await db.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, ct);
        var today = time.DutchToday();
        var successions = new Successions(await db.Set<ProjectedMunicipality>().AsNoTracking().Where(m => m.EndedOn <= today).ToListAsync(ct));
        var municipalities = await MunicipalitiesAsync(areaId, successions, today, ct);
        var name = areaId == MonitorArea.Region
            ? await AreaNameAsync(areaId, ct)
            : municipalities.SingleOrDefault()?.Name;
        if (name is null)
            return null;

        var key = await KeyInForce(today).AsNoTracking().FirstOrDefaultAsync(ct);
        var ids = successions.With([.. municipalities.Select(m => m.Id)]);
        var published = await publishedFigures();
        return new MonitorView
        {
            AreaId = areaId,
            AreaName = name,
            MadeAt = time.GetUtcNow(),
            Figures = published.Figures,
            SumChecks = published.SumChecks,
            Municipalities = municipalities,
            Regions = areaId == MonitorArea.Region ? RegionSums.Of(areaId, name, municipalities) : [],
            Allocations = await allocations.LatestAsync(areaId, ids, maxAllocations, ct),
            AllocationCount = await allocations.CountAsync(ids, ct),
            AllocationSumCents = municipalities.Sum(m => m.AllocatedCents),
            Contracts = await contracts.ReadAsync(areaId, today, ct),
            Cases = await cases.ReadAsync(areaId, areaId == MonitorArea.Region ? ids : successions.With(await MembersAsync(today, ct)), viewer, ct),
            Work = await work.ReadAsync(areaId, municipalities, today, ct),
            Progress = await progress.ReadAsync(ct),
            KeySource = key is null ? null : new SourceView(key.SourceTitle, key.SourcePlace),
            KeySum = key is null ? null : await db.Set<ProjectedKeyWeight>().Where(w => w.AllocationKeyId == key.Id).SumAsync(w => w.Percentage, ct),
        };
    }

    private Task<string[]> MembersAsync(DateOnly day, CancellationToken ct) => db.Set<ProjectedMembership>()
        .Where(m => m.RegionId == MonitorArea.Region && m.ValidFrom <= day && (m.ValidUntil == null || m.ValidUntil > day))
        .Select(m => m.MunicipalityId).ToArrayAsync(ct);

    private Task<string?> AreaNameAsync(string areaId, CancellationToken ct) =>
        db.Set<Area>().Where(a => a.Id == areaId).Select(a => (string?)a.Name).SingleOrDefaultAsync(ct);

    private IQueryable<ProjectedKey> KeyInForce(DateOnly day) =>
        db.Set<ProjectedKey>().Where(k => k.Purpose == KeyPurpose && k.ValidFrom <= day && (k.ValidUntil == null || k.ValidUntil > day));

    private async Task<IReadOnlyList<MunicipalityView>> MunicipalitiesAsync(string areaId, Successions successions, DateOnly today, CancellationToken ct)
    {
        var memberships = db.Set<ProjectedMembership>().Where(m => m.ValidFrom <= today && (m.ValidUntil == null || m.ValidUntil > today));
        var wanted = areaId == MonitorArea.Region
            ? db.Set<ProjectedMunicipality>().Where(m => memberships.Any(p => p.MunicipalityId == m.Id && p.RegionId == areaId))
            : db.Set<ProjectedMunicipality>().Where(m => m.Id == areaId);
        var rows = await wanted.AsNoTracking().OrderBy(m => m.Rank).ThenBy(m => m.Id).Select(m => new
        {
            Municipality = m,
            Procurement = memberships.FirstOrDefault(p => p.MunicipalityId == m.Id && p.RegionKind == "procurement"),
            SuccessorName = db.Set<ProjectedMunicipality>().Where(s => s.Id == m.SuccessorId).Select(s => s.Name).FirstOrDefault(),
        }).ToListAsync(ct);
        var ids = successions.With([.. rows.Select(row => row.Municipality.Id)]);
        var counts = (await db.Set<ProjectedYouthCount>().AsNoTracking().Where(c => ids.Contains(c.MunicipalityId) && c.ReferenceDate <= today).ToListAsync(ct))
            .ToLookup(c => c.MunicipalityId);
        var weights = await db.Set<ProjectedKeyWeight>().Where(w => ids.Contains(w.MunicipalityId) && KeyInForce(today).Any(k => k.Id == w.AllocationKeyId))
            .ToDictionaryAsync(w => w.MunicipalityId, w => w.Percentage, ct);
        var totals = await db.Set<MunicipalityTotal>().Where(t => ids.Contains(t.MunicipalityId)).ToDictionaryAsync(t => t.MunicipalityId, t => t.SumCents, ct);
        return [.. rows.Select(row => View(row.Municipality, row.Procurement, row.SuccessorName))];

        MunicipalityView View(ProjectedMunicipality municipality, ProjectedMembership? procurement, string? successorName)
        {
            var ended = municipality.EndedOn <= today;
            var goneOver = successions.Into(municipality.Id).ToList();
            var youth = ended ? null : YouthOfArea.Known(Counted(municipality), goneOver.Select(Counted));
            string[] borne = [municipality.Id, .. goneOver.Select(m => m.Id)];
            return new MunicipalityView
            {
                Id = municipality.Id,
                Name = municipality.Name,
                ProcurementRegionId = procurement?.RegionId ?? "",
                ProcurementRegionName = procurement?.RegionName ?? "",
                Youth = youth?.Persons,
                AgeLabel = youth?.AgeLabel ?? "",
                ReferenceDate = youth?.ReferenceDate,
                Source = youth?.Source,
                YouthOf = youth?.Parts ?? [],
                KeyPercentage = ended || !borne.Any(weights.ContainsKey) ? null : borne.Sum(id => weights.GetValueOrDefault(id)),
                AllocatedCents = borne.Sum(id => totals.GetValueOrDefault(id)),
                EndedOn = municipality.EndedOn,
                SuccessorId = municipality.SuccessorId,
                SuccessorName = successorName ?? municipality.SuccessorId,
            };
        }

        CountedMunicipality Counted(ProjectedMunicipality municipality) => new(municipality, [.. counts[municipality.Id]]);
    }
}
