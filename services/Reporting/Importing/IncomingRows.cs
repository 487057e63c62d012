using Microsoft.EntityFrameworkCore;
using Npgsql;
using NpgsqlTypes;
using Regio.Reporting.Persistence;
using Regio.ServiceDefaults.Errors;
using Regio.ServiceDefaults.Persistence;

namespace Regio.Reporting.Importing;

/// <summary>What storing rows comes to.</summary>
internal sealed record Stored(long Added, long Corrected, long Unchanged);

/// <summary>
/// Rows on their way into the observations: copied into a table of this transaction, compared there with what is known,
/// and added as new or as the next version where they differ.
/// </summary>
internal sealed class IncomingRows(ReportingDbContext db)
{
    /// <summary>Held while rows are stored, until the commit.</summary>
    public const long LockKey = 0x5245_4749_4F03;

    // Most imports store within it.
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(2);

    private NpgsqlConnection Connection => (NpgsqlConnection)db.Database.GetDbConnection();

    public async Task CopyAsync(IAsyncEnumerable<CheckedRow> rows, CancellationToken ct)
    {
        // Rows are sorted and compared by the million: with the usual memory that goes by way of the disk.
        await db.Database.ExecuteSqlAsync($"set local work_mem = '128MB'", ct);
        await db.Database.ExecuteSqlAsync(
            $"""
             create temporary table incoming (
                 line bigint, indicator text, area_id text, period text, breakdown text, theme text, label text,
                 value text, value_numeric numeric, unit text, status text) on commit drop
             """,
            ct);
        await WriteAsync(rows, ct);
        await db.Database.ExecuteSqlAsync($"analyze incoming", ct);
    }

    /// <summary>Takes out rows about what an earlier row is about already, and gives their lines.</summary>
    public async Task<List<long>> TakeDoublesAsync(CancellationToken ct)
    {
        // Most files have none, and to see that takes less than to number the rows.
        var any = await db.Database.SqlQuery<bool>(
            $"""select exists (select from incoming group by indicator, area_id, period, breakdown having count(*) > 1) as "Value" """).SingleAsync(ct);
        return any ? await TakeThoseAsync(ct) : [];
    }

    /// <summary>Takes the turn to store, until the transaction ends; who is waited for cannot wait for long.</summary>
    /// <exception cref="DomainException">Another import stores, and goes on.</exception>
    public static async Task TakeTurnAsync(ReportingDbContext db, CancellationToken ct)
    {
        try
        {
            await db.Database.ExecuteSqlAsync($"select set_config('lock_timeout', {$"{LongestWait.TotalMilliseconds}ms"}, true)", ct);
            await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock({LockKey}), set_config('lock_timeout', '0', true)", ct);
        }
        catch (Exception busy) when (DatabaseFaults.IsLockTimeout(busy))
        {
            throw new DomainException(ImportRules.Running, metadata: new Dictionary<string, string> { ["retry_after_seconds"] = "60" });
        }
    }

    /// <summary>Stores the rows. One import at a time gets here: two that correct the same observation would make the same version.</summary>
    public async Task<Stored> StoreAsync(Guid loadId, string sourceTitle, string sourcePlace, CancellationToken ct)
    {
        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock({LockKey})", ct);
        // A statement that writes cannot stand inside another, so the one row is taken from the list.
        var stored = await db.Database.SqlQuery<Stored>(
            $"""
             with known as (
                 select distinct on (o.indicator, o.area_id, o.period, o.breakdown) o.*
                 from observation o join incoming i using (indicator, area_id, period, breakdown)
                 order by o.indicator, o.area_id, o.period, o.breakdown, o.version desc),
             stored as (
                 insert into observation (
                     indicator, area_id, period, breakdown, version, theme, label, value, value_numeric, unit, denominator, status,
                     source_title, source_place, remark, scope, rank, load_id, line)
                 select i.indicator, i.area_id, i.period, i.breakdown, coalesce(k.version, 0) + 1, coalesce(k.theme, i.theme),
                     coalesce(k.label, i.label), i.value, i.value_numeric, i.unit, coalesce(k.denominator, ''), i.status,
                     {sourceTitle}, {sourcePlace}, coalesce(k.remark, ''), coalesce(k.scope, 'own'), coalesce(k.rank, 100000), {loadId}, i.line::int
                 from incoming i left join known k using (indicator, area_id, period, breakdown)
                 where k.version is null
                     or (k.value_numeric, k.unit, k.status) is distinct from (i.value_numeric, i.unit, i.status)
                     or (i.value_numeric is null and k.value <> i.value)
                 returning version)
             select count(*) filter (where version = 1) as "Added", count(*) filter (where version > 1) as "Corrected",
                 (select count(*) from incoming) - count(*) as "Unchanged"
             from stored
             """).ToListAsync(ct);
        return stored[0];
    }

    private Task<List<long>> TakeThoseAsync(CancellationToken ct) => db.Database.SqlQuery<long>(
        $"""
         with doubled as (
             select ctid, line, row_number() over (partition by indicator, area_id, period, breakdown order by line) as number from incoming)
         delete from incoming using doubled where incoming.ctid = doubled.ctid and doubled.number > 1
         returning doubled.line as "Value"
         """).ToListAsync(ct);

    private async Task WriteAsync(IAsyncEnumerable<CheckedRow> rows, CancellationToken ct)
    {
        await using var copy = await Connection.BeginBinaryImportAsync(
            "copy incoming (line, indicator, area_id, period, breakdown, theme, label, value, value_numeric, unit, status) from stdin (format binary)", ct);
        await foreach (var row in rows)
        {
            await copy.StartRowAsync(ct);
            await copy.WriteAsync(row.Line, NpgsqlDbType.Bigint, ct);
            foreach (var text in new[] { row.Indicator.Id, row.AreaId, row.Period, row.Breakdown, row.Theme, row.Label, row.Value })
                await copy.WriteAsync(text, NpgsqlDbType.Text, ct);
            if (row.Number is { } number)
                await copy.WriteAsync(number, NpgsqlDbType.Numeric, ct);
            else
                await copy.WriteNullAsync(ct);
            await copy.WriteAsync(row.Number is null ? "" : row.Indicator.Unit, NpgsqlDbType.Text, ct);
            await copy.WriteAsync(row.Status, NpgsqlDbType.Text, ct);
        }

        await copy.CompleteAsync(ct);
    }
}
