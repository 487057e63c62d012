using Microsoft.EntityFrameworkCore;
using Regio.Reporting.Figures;
using Regio.Reporting.Persistence;
using Regio.Reporting.Projection;
using Regio.Reporting.Suppression;

namespace Regio.Reporting.Monitor;

/// <summary>The published figures that stand beside those of an area, and whether their totals add up.</summary>
internal sealed record PublishedFigures(IReadOnlyList<FigureView> Figures, IReadOnlyList<SumCheckView> SumChecks);

/// <summary>Reads the latest version of each published figure, as the viewer may see it.</summary>
internal sealed class FigureReader(ReportingDbContext db, ShieldReader shield)
{
    public async Task<PublishedFigures> ReadAsync(string areaId, Viewer viewer, CancellationToken ct)
    {
        string[] scopes = areaId == MonitorArea.Region ? ["region", "all"] : ["all"];
        // Two questions, so that each has an index: few figures are published for all, and an area has few of all there are.
        var shared = await Latest(db.Set<Observation>().Where(o => o.Scope != "own" && scopes.Contains(o.Scope))).ToListAsync(ct);
        var own = await Latest(db.Set<Observation>().Where(o => o.Scope == "own" && o.AreaId == areaId)).ToListAsync(ct);
        var observations = await shield.ShieldAsync([.. shared.Concat(own).OrderBy(o => o.Rank)], viewer, ct);
        var areas = await db.Set<Area>().ToDictionaryAsync(a => a.Id, a => a.Name, ct);
        if (await db.Set<ProjectedMunicipality>().Where(m => m.Id == areaId).Select(m => m.Name).SingleOrDefaultAsync(ct) is { } municipality)
            areas[areaId] = municipality;
        FigureView View(Observation o) => ToView(o, areas.GetValueOrDefault(o.AreaId, o.AreaId));
        return new(
            [.. observations.Select(View)],
            [.. SumCheckFiles.Of(observations).Select(check =>
                new SumCheckView(check.Label, View(check.Total), check.Sum, check.Difference, [.. check.Parts.Select(View)]))]);
    }

    private IQueryable<Observation> Latest(IQueryable<Observation> observations) => observations.AsNoTracking().Where(o => !db.Set<Observation>().Any(later =>
        later.Indicator == o.Indicator && later.AreaId == o.AreaId && later.Period == o.Period
        && later.Breakdown == o.Breakdown && later.Version > o.Version));

    private static FigureView ToView(Observation o, string areaName) => new()
    {
        Theme = o.Theme,
        Indicator = o.Indicator,
        Label = o.Label,
        Value = o.Value,
        Number = o.ValueNumeric,
        Unit = o.Unit,
        Period = o.Period,
        AreaId = o.AreaId,
        AreaName = areaName,
        Denominator = o.Denominator,
        Status = o.Status,
        Source = new SourceView(o.SourceTitle, o.SourcePlace),
        Remark = o.Remark,
    };
}
