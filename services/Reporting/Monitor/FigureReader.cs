using Microsoft.EntityFrameworkCore;
using Regio.Reporting.Figures;
using Regio.Reporting.Persistence;
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
        var latest = db.Set<Observation>().Where(o => (scopes.Contains(o.Scope) || (o.Scope == "own" && o.AreaId == areaId)) && !db.Set<Observation>().Any(later =>
            later.Indicator == o.Indicator && later.AreaId == o.AreaId && later.Period == o.Period
            && later.Breakdown == o.Breakdown && later.Version > o.Version));
        var observations = await shield.ShieldAsync(await latest.AsNoTracking().OrderBy(o => o.Rank).ToListAsync(ct), viewer, ct);
        var areas = await db.Set<Area>().ToDictionaryAsync(a => a.Id, a => a.Name, ct);
        FigureView View(Observation o) => ToView(o, areas.GetValueOrDefault(o.AreaId, o.AreaId));
        return new(
            [.. observations.Select(View)],
            [.. SumCheckFiles.Of(observations).Select(check =>
                new SumCheckView(check.Label, View(check.Total), check.Sum, check.Difference, [.. check.Parts.Select(View)]))]);
    }

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
