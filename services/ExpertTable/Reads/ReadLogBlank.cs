using Microsoft.EntityFrameworkCore;
using Npgsql;
using Regio.ExpertTable.Cases;
using Regio.ExpertTable.Persistence;

namespace Regio.ExpertTable.Reads;

/// <summary>Takes the children of destroyed cases out of the read log, with the proof that keeps the chain whole. Within a transaction of the caller.</summary>
internal sealed class ReadLogBlank(ExpertTableDbContext db, ReadChain chain, TimeProvider time)
{
    private const int AtOnce = 5000;

    // A reader who was at it during the destruction wrote a line after it; nobody reads for a day.
    private static readonly TimeSpan s_late = TimeSpan.FromDays(1);

    private const string BlankSql =
        """
        update case_read line set subject_pseudonym = null, trace_id = '', blanked = proof.blanked
        from unnest($1, $2) proof (sequence, blanked)
        where line.sequence = proof.sequence and line.blanked is null
        """;

    /// <summary>Blanks the linked lines of a case, in the transaction of its destruction.</summary>
    public async Task CaseAsync(Guid caseId, CancellationToken ct)
    {
        var lines = db.Set<LoggedRead>().AsNoTracking().Where(r => r.CaseId == caseId);
        while (await BlankAsync(lines, ct) == AtOnce)
        {
        }
    }

    /// <summary>Blanks lines that were written while their case was destroyed.</summary>
    public Task LateAsync(CancellationToken ct)
    {
        var since = time.GetUtcNow() - s_late;
        var destroyed = db.Set<Case>().Where(c => c.DestroyedAt > since).Select(c => c.Id);
        return BlankAsync(db.Set<LoggedRead>().AsNoTracking().Where(r => destroyed.Contains(r.CaseId)), ct);
    }

    /// <summary>Blanks the first of these lines that are linked; how many, and no more than go at once.</summary>
    public Task<int> SomeAsync(IQueryable<LoggedRead> lines, CancellationToken ct) => BlankAsync(lines, ct);

    private async Task<int> BlankAsync(IQueryable<LoggedRead> lines, CancellationToken ct)
    {
        var found = await lines.Where(r => r.Number != null && r.Blanked == null).OrderBy(r => r.Sequence).Take(AtOnce).ToListAsync(ct);
        if (found.Count == 0)
            return 0;
        await using var update = new NpgsqlCommand(BlankSql, (NpgsqlConnection)db.Database.GetDbConnection());
        update.Parameters.Add(new NpgsqlParameter<long[]> { TypedValue = [.. found.Select(l => l.Sequence)] });
        update.Parameters.Add(new NpgsqlParameter<byte[][]> { TypedValue = [.. found.Select(l => chain.Blank(l, l.Link!))] });
        await update.ExecuteNonQueryAsync(ct);
        return found.Count;
    }
}
