using Microsoft.EntityFrameworkCore;
using Regio.Reporting.Catalogue;
using Regio.Reporting.Figures;
using Regio.Reporting.Persistence;
using Regio.Reporting.Projection;
using Regio.Reporting.V1;
using Regio.ServiceDefaults.Errors;
using Regio.ServiceDefaults.Time;
using Indicator = Regio.Reporting.Figures.Indicator;
using Load = Regio.Reporting.Figures.Load;

namespace Regio.Reporting.Importing;

/// <summary>What an import has met so far.</summary>
internal sealed class ImportReport
{
    private static readonly Rule[] Unreadable = [ImportRules.FileMalformed, ImportRules.ColumnMissing, ImportRules.ColumnTwice, ImportRules.FileEmpty];

    public RowFaults Faults { get; } = new();

    public RowCount Count { get; } = new();

    /// <summary>Whether reading ended before the end of the file.</summary>
    public bool IsUnreadable => Faults.First.Any(f => Unreadable.Contains(f.Rule));
}

/// <summary>Checks rows and makes observations of them, in the transaction of the caller, who commits when the answer says so.</summary>
internal sealed class ImportStore(ReportingDbContext db, TimeProvider time)
{
    /// <summary>What the rows are checked by: the indicators and the areas by their days.</summary>
    public async Task<RowChecks> ChecksAsync(ImportHeader header, CancellationToken ct)
    {
        var indicators = await db.Set<Indicator>().AsNoTracking().Holding(time.DutchToday()).ToDictionaryAsync(i => i.Id, ct);
        for (var i = 0; i < header.Columns.Count; i++)
        {
            if (!indicators.ContainsKey(header.Columns[i].IndicatorId))
                throw new DomainException(RatioRules.IndicatorUnknown, $"header.columns[{i}].indicator_id");
        }

        var regions = await db.Set<ProjectedMembership>().Select(m => new AreaSpan(m.RegionId, m.ValidFrom, m.ValidUntil)).Distinct().ToListAsync(ct);
        var municipalities = await db.Set<ProjectedMembership>()
            .Where(m => m.RegionKind == "province").Select(m => new AreaSpan(m.MunicipalityId, m.ValidFrom, m.ValidUntil)).ToListAsync(ct);
        var dated = regions.Select(r => r.Id).ToHashSet(StringComparer.Ordinal);
        var always = (await db.Set<Area>().ToListAsync(ct)).Where(a => !dated.Contains(a.Id)).Select(a => new AreaSpan(a.Id, From: null, Until: null));
        return new RowChecks(indicators, new AreaCalendar([.. regions, .. municipalities, .. always]), header.Year);
    }

    /// <summary>Copies the rows that are right into this transaction; the others are among the faults.</summary>
    public async Task<IncomingRows> CopyAsync(IAsyncEnumerable<RawRow> rows, RowChecks checks, ImportReport report, CancellationToken ct)
    {
        var incoming = new IncomingRows(db);
        await incoming.CopyAsync(Checked(rows, checks, report), ct);
        return incoming;
    }

    /// <summary>Makes observations of what was copied; nothing of it counts unless the answer says that it is stored.</summary>
    public async Task<ImportObservationsResponse> FinishAsync(ImportHeader header, string digest, IncomingRows incoming, ImportReport report, CancellationToken ct)
    {
        foreach (var line in await incoming.TakeDoublesAsync(ct))
            report.Faults.Add(line, "", ImportRules.RowDouble);
        var load = await LoadAsync(header, digest, report, ct);
        var stored = await incoming.StoreAsync(load.Id, header.Source.Title, header.Source.Place, ct);
        var keep = !header.Preview && (report.Faults.Count == 0 || (header.SkipRefusedRows && !report.IsUnreadable));
        return new ImportObservationsResponse
        {
            Stored = keep,
            RowCount = report.Count.Rows,
            AddedCount = stored.Added,
            CorrectedCount = stored.Corrected,
            UnchangedCount = stored.Unchanged,
            RefusedCount = report.Faults.Count,
            Faults = { report.Faults.First.OrderBy(f => f.Line).Select(f => new V1.RowFault { Line = f.Line, Column = f.Column, Reason = f.Rule.Code, Message = f.Message }) },
            Load = keep ? load.ToProto() : null,
        };
    }

    private static async IAsyncEnumerable<CheckedRow> Checked(IAsyncEnumerable<RawRow> rows, RowChecks checks, ImportReport report)
    {
        await foreach (var row in rows)
        {
            if (checks.Check(row, report.Faults) is { } good)
                yield return good;
        }
    }

    // The same file again is the same load.
    private async Task<Load> LoadAsync(ImportHeader header, string digest, ImportReport report, CancellationToken ct)
    {
        if (await db.Set<Load>().AsNoTracking().SingleOrDefaultAsync(l => l.FileName == header.FileName && l.ContentHash == digest, ct) is { } known)
            return known;
        var now = time.StorableNow();
        var load = new Load { Id = Guid.CreateVersion7(now), FileName = header.FileName, ContentHash = digest, RowCount = (int)report.Count.Rows, LoadedAt = now };
        db.Add(load);
        await db.SaveChangesAsync(ct);
        return load;
    }
}
