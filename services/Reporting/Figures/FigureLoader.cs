using Microsoft.EntityFrameworkCore;
using Regio.Reporting.Persistence;
using Regio.ServiceDefaults.Persistence;

namespace Regio.Reporting.Figures;

/// <summary>Loads the published figures: one that changed gets a new version, a second run finds nothing to do.</summary>
internal sealed class FigureLoader : IReferenceDataLoader<ReportingDbContext>
{
    public async Task LoadAsync(ReportingDbContext db, CancellationToken ct)
    {
        await LoadAreasAsync(db, ct);
        await LoadObservationsAsync(db, ct);
        await db.SaveChangesAsync(ct);
    }

    private static async Task LoadAreasAsync(ReportingDbContext db, CancellationToken ct)
    {
        var known = await db.Set<Area>().ToDictionaryAsync(a => a.Id, ct);
        foreach (var area in FigureFiles.Areas())
        {
            if (known.TryGetValue(area.Id, out var current))
                db.Entry(current).CurrentValues.SetValues(area);
            else
                db.Add(area);
        }
    }

    private static async Task LoadObservationsAsync(ReportingDbContext db, CancellationToken ct)
    {
        var stored = await db.Set<Observation>().AsNoTracking().ToListAsync(ct);
        var latest = stored.GroupBy(Key).ToDictionary(g => g.Key, g => g.MaxBy(o => o.Version)!);
        var rank = 0;
        foreach (var row in FigureFiles.Observations())
        {
            rank++;
            var current = latest.GetValueOrDefault((row.Indicator, row.AreaId, row.Period, row.Breakdown));
            var published = ToObservation(row, current?.Version ?? 1, rank);
            if (current is null)
                db.Add(published);
            else if (current with { Rank = rank } != published)
                db.Add(published with { Version = current.Version + 1 });
            else if (current.Rank != rank)
                db.Update(published);
        }
    }

    private static (string Indicator, string AreaId, string Period, string Breakdown) Key(Observation o) =>
        (o.Indicator, o.AreaId, o.Period, o.Breakdown);

    private static Observation ToObservation(ObservationRow row, int version, int rank) => new()
    {
        Indicator = row.Indicator,
        AreaId = row.AreaId,
        Period = row.Period,
        Breakdown = row.Breakdown,
        Version = version,
        Theme = row.Theme,
        Label = row.Label,
        Value = row.Value,
        ValueNumeric = row.ValueNumeric,
        Unit = row.Unit,
        Denominator = row.Denominator,
        Status = row.Status,
        SourceTitle = row.SourceTitle,
        SourcePlace = row.SourcePlace,
        Remark = row.Remark,
        Scope = row.Scope,
        Rank = rank,
    };
}
