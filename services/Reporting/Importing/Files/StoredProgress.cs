using Microsoft.EntityFrameworkCore;
using Regio.Reporting.Persistence;

namespace Regio.Reporting.Importing.Files;

/// <summary>Tells how far a load is, on a connection of its own and not for every row.</summary>
internal sealed class StoredProgress(ReportingDbContext db, TimeProvider time, Guid importId)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private long _toldAt = time.GetTimestamp();

    /// <summary>A load begins, perhaps not for the first time.</summary>
    /// <returns>How often it was begun.</returns>
    public async Task<int> BeginAsync(CancellationToken ct)
    {
        var begun = await db.Database.SqlQuery<int>(
            $"""
             insert into file_import_progress (import_id, attempts, row_count, refused_count, storing) values ({importId}, 1, 0, 0, false)
             on conflict (import_id) do update set attempts = file_import_progress.attempts + 1, row_count = 0, refused_count = 0, storing = false
             returning attempts as "Value"
             """).ToListAsync(ct);
        return begun[0];
    }

    /// <summary>Rows were read; told when the last time was a while ago.</summary>
    public async ValueTask ReadAsync(ImportReport report, CancellationToken ct)
    {
        if (time.GetElapsedTime(_toldAt) < Pause)
            return;
        _toldAt = time.GetTimestamp();
        await TellAsync(report, storing: false, ct);
    }

    /// <summary>All rows are read, and are being stored.</summary>
    public Task StoringAsync(ImportReport report, CancellationToken ct) => TellAsync(report, storing: true, ct);

    private Task<int> TellAsync(ImportReport report, bool storing, CancellationToken ct) => db.Database.ExecuteSqlAsync(
        $"""
         update file_import_progress set row_count = {report.Count.Rows}, refused_count = {report.Faults.Count}, storing = {storing}
         where import_id = {importId}
         """,
        ct);
}
