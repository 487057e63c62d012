using Microsoft.EntityFrameworkCore;
using Regio.Reporting.Persistence;
using Regio.Reporting.Projection;

namespace Regio.Reporting.Monitor;

/// <summary>
/// Reads what is to be done, by whom and by when, as numbers: for the region all of its regions, for a municipality what it
/// owes itself. Plans are those of the regions that the area belongs to.
/// </summary>
internal sealed class WorkReader(ReportingDbContext db)
{
    private static readonly string[] Kinds = ["action", "dossier", "work-order", "risk", "data-request", "letter"];

    public async Task<WorkView> ReadAsync(string areaId, IReadOnlyList<MunicipalityView> municipalities, DateOnly today, CancellationToken ct)
    {
        var names = municipalities.ToDictionary(m => m.Id, m => m.Name);
        var ids = names.Keys.ToArray();
        var regions = await db.Set<ProjectedMembership>().AsNoTracking()
            .Where(m => ids.Contains(m.MunicipalityId) && m.ValidFrom <= today && (m.ValidUntil == null || m.ValidUntil > today))
            .Select(m => m.RegionId).Distinct().ToArrayAsync(ct);
        var items = db.Set<ProjectedWorkItem>().AsNoTracking()
            .Where(item => areaId == MonitorArea.Region ? regions.Contains(item.RegionId) : item.MunicipalityId == areaId);
        return new WorkView(
            await CountsAsync(items, today, ct),
            await items.LongCountAsync(item => item.ClosedOn != null && item.FeedbackBodyId != "" && item.FeedbackOn == null, ct),
            await PlansAsync(regions, today, ct),
            await PartialAsync(names, today, ct));
    }

    private static async Task<IReadOnlyList<WorkCountView>> CountsAsync(IQueryable<ProjectedWorkItem> items, DateOnly today, CancellationToken ct)
    {
        var counts = await items.GroupBy(item => item.Kind).Select(g => new WorkCountView(
            g.Key,
            g.LongCount(item => item.State == "open"),
            g.LongCount(item => item.State == "open" && item.DueOn < today),
            g.LongCount(item => item.State == "done"),
            g.LongCount(item => item.State == "dropped"))).ToListAsync(ct);
        // A kind that is not known here comes last rather than not at all.
        return [.. counts.OrderBy(count => Array.IndexOf(Kinds, count.Kind) is var place and >= 0 ? place : Kinds.Length).ThenBy(count => count.Kind, StringComparer.Ordinal)];
    }

    private async Task<IReadOnlyList<PlanView>> PlansAsync(string[] regions, DateOnly today, CancellationToken ct)
    {
        var plans = await db.Set<ProjectedPlan>().AsNoTracking().Where(plan => regions.Contains(plan.RegionId)).ToListAsync(ct);
        var ids = plans.Select(plan => plan.Id).ToArray();
        var milestones = await db.Set<ProjectedMilestone>().AsNoTracking().Where(m => ids.Contains(m.PlanId)).OrderBy(m => m.Position).ToListAsync(ct);
        return
        [
            .. plans.OrderBy(plan => plan.Title, StringComparer.Ordinal).ThenBy(plan => plan.Id).Select(plan => new PlanView(
                plan.Id, plan.RegionId, plan.Title,
                [.. milestones.Where(m => m.PlanId == plan.Id).Select(m => new MilestoneView(m.Code, m.Title, m.Earliest, m.Latest, m.Reached, !m.Reached && m.Latest < today))])),
        ];
    }

    private async Task<IReadOnlyList<PartialMembershipView>> PartialAsync(Dictionary<string, string> names, DateOnly today, CancellationToken ct)
    {
        var ids = names.Keys.ToArray();
        var rows = await db.Set<ProjectedPartialMembership>().AsNoTracking()
            .Where(m => ids.Contains(m.MunicipalityId) && (m.ValidUntil == null || m.ValidUntil > today)).ToListAsync(ct);
        var regionIds = rows.Select(m => m.RegionId).Distinct().ToArray();
        var regionNames = await db.Set<ProjectedMembership>().AsNoTracking().Where(m => regionIds.Contains(m.RegionId))
            .Select(m => new { m.RegionId, m.RegionName }).Distinct().ToListAsync(ct);
        var places = names.Keys.Index().ToDictionary(pair => pair.Item, pair => pair.Index);
        return
        [
            .. rows.OrderBy(m => places[m.MunicipalityId]).ThenBy(m => m.ValidFrom).ThenBy(m => m.ProductGroup, StringComparer.Ordinal).ThenBy(m => m.Care, StringComparer.Ordinal)
                .Select(m => new PartialMembershipView(
                    m.MunicipalityId, names[m.MunicipalityId], m.RegionId, regionNames.Find(r => r.RegionId == m.RegionId)?.RegionName ?? m.RegionId,
                    m.ProductGroup, m.Care, m.ValidFrom, m.ValidUntil)),
        ];
    }
}
