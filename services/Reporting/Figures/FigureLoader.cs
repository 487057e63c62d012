using Microsoft.EntityFrameworkCore;
using Regio.Reporting.Persistence;
using Regio.ServiceDefaults.Persistence;

namespace Regio.Reporting.Figures;

/// <summary>Loads the published figures: one that changed gets a new version, a second run finds nothing to do.</summary>
internal sealed class FigureLoader(TimeProvider time) : IReferenceDataLoader<ReportingDbContext>
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

    // Compared with what this file said before, not with what others corrected since: their correction stays.
    private async Task LoadObservationsAsync(ReportingDbContext db, CancellationToken ct)
    {
        var rows = FigureFiles.Observations();
        var latest = (await KnownAsync(db, rows, ct)).GroupBy(Key).ToDictionary(g => g.Key, g => g.MaxBy(o => o.Version)!);
        var load = await LoadOfAsync(db, rows.Count, ct);
        for (var i = 0; i < rows.Count; i++)
        {
            var row = rows[i];
            var current = latest.GetValueOrDefault((row.Indicator, row.AreaId, row.Period, row.Breakdown));
            var published = ToObservation(row, current?.Version ?? 1, i, load);
            if (current is null || current with { Rank = published.Rank, LoadId = published.LoadId, Line = published.Line } != published)
                db.Add(published with { Version = await NextVersionAsync(db, published, ct) });
            else if (current.Rank != published.Rank || current.LoadId is null)
                db.Update(current.LoadId is null ? published : current with { Rank = published.Rank });
        }
    }

    /// <summary>
    /// What this file said before of the same figures, each looked up by its key: there may be millions of others, and a start
    /// that reads them takes minutes.
    /// </summary>
    internal static async Task<IReadOnlyList<Observation>> KnownAsync(ReportingDbContext db, IReadOnlyList<ObservationRow> rows, CancellationToken ct)
    {
        var loads = await db.Set<Load>().Where(l => l.FileName == FigureFiles.LoadName).Select(l => (Guid?)l.Id).ToListAsync(ct);
        string[] Part(Func<ObservationRow, string> part) => [.. rows.Select(part)];
        var known = await db.Set<Observation>().FromSql(
            $"""
             select o.* from unnest({Part(r => r.Indicator)}, {Part(r => r.AreaId)}, {Part(r => r.Period)}, {Part(r => r.Breakdown)}) k (indicator, area_id, period, breakdown)
             join observation o using (indicator, area_id, period, breakdown)
             """).AsNoTracking().ToListAsync(ct);
        return [.. known.Where(o => o.LoadId is null || loads.Contains(o.LoadId))];
    }

    private static async Task<int> NextVersionAsync(ReportingDbContext db, Observation published, CancellationToken ct) =>
        1 + (await db.Set<Observation>()
            .Where(o => o.Indicator == published.Indicator && o.AreaId == published.AreaId && o.Period == published.Period && o.Breakdown == published.Breakdown)
            .MaxAsync(o => (int?)o.Version, ct) ?? 0);

    // The same file again is the same load, so that a figure keeps naming the one that brought it.
    private async Task<Guid> LoadOfAsync(ReportingDbContext db, int rows, CancellationToken ct)
    {
        var hash = FigureFiles.ObservationsHash();
        var known = await db.Set<Load>().Where(l => l.FileName == FigureFiles.LoadName && l.ContentHash == hash).Select(l => (Guid?)l.Id).SingleOrDefaultAsync(ct);
        if (known is { } id)
            return id;
        var now = time.GetUtcNow();
        var load = new Load { Id = Guid.CreateVersion7(now), FileName = FigureFiles.LoadName, ContentHash = hash, RowCount = rows, LoadedAt = now };
        db.Add(load);
        return load.Id;
    }

    private static (string Indicator, string AreaId, string Period, string Breakdown) Key(Observation o) =>
        (o.Indicator, o.AreaId, o.Period, o.Breakdown);

    private static Observation ToObservation(ObservationRow row, int version, int index, Guid load) => new()
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
        Rank = index + 1,
        LoadId = load,

        // Line 1 is the header, and no row of this file is longer than its line.
        Line = index + 2,
    };
}
