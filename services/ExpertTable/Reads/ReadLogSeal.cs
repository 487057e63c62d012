using Microsoft.EntityFrameworkCore;
using Npgsql;
using Regio.ExpertTable.Persistence;
using Regio.ServiceDefaults.Persistence;

namespace Regio.ExpertTable.Reads;

/// <summary>
/// Links the lines that are not linked yet, in the order in which it finds them. A line of a transaction that commits late
/// is linked late: the chain has no gaps and no reader waits for another. One replica at a time links.
/// </summary>
internal sealed class ReadLogSeal(ExpertTableDbContext db, ReadChain chain, ReadLogBlank blank)
{
    private const int AtOnce = 5000;
    private const long LockKey = 0x5245_4749_4F02;

    private const string LinkSql =
        """
        update case_read line set number = link.number, digest = link.digest, link = link.link
        from unnest($1, $2, $3, $4) link (sequence, number, digest, link)
        where line.sequence = link.sequence
        """;

    /// <summary>Links all that is committed by now.</summary>
    public async Task LinkAsync(CancellationToken ct)
    {
        while (await LinkSomeAsync(waits: true, ct) == AtOnce)
        {
        }
    }

    /// <summary>
    /// Links all that is committed by now, unless somebody has the table or the chain: it comes again, and who waits for
    /// a lock makes others wait behind it.
    /// </summary>
    public async Task TryLinkAsync(CancellationToken ct)
    {
        try
        {
            while (await LinkSomeAsync(waits: false, ct) == AtOnce)
            {
            }

            await BlankLateAsync(ct);
        }
        catch (Exception busy) when (DatabaseFaults.IsLockTimeout(busy))
        {
        }
    }

    private async Task BlankLateAsync(CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.Database.ExecuteSqlAsync($"set local lock_timeout = '200ms'", ct);
        await blank.LateAsync(ct);
        await transaction.CommitAsync(ct);
    }

    private async Task<int> LinkSomeAsync(bool waits, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (!waits)
            await db.Database.ExecuteSqlAsync($"set local lock_timeout = '200ms'", ct);
        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock({LockKey})", ct);
        var lines = await db.Set<LoggedRead>().AsNoTracking().Where(r => r.Number == null).OrderBy(r => r.Sequence).Take(AtOnce).ToListAsync(ct);
        if (lines.Count == 0)
            return 0;
        var head = await HeadAsync(ct);
        var links = new List<(LoggedRead Line, byte[] Digest, ReadAnchor Anchor)>(lines.Count);
        foreach (var line in lines)
        {
            var digest = chain.Digest(line);
            head = new ReadAnchor(head.Number + 1, chain.Link(head.Link, head.Number + 1, digest));
            links.Add((line, digest, head));
        }

        await using var update = new NpgsqlCommand(LinkSql, (NpgsqlConnection)db.Database.GetDbConnection());
        update.Parameters.Add(new NpgsqlParameter<long[]> { TypedValue = [.. links.Select(l => l.Line.Sequence)] });
        update.Parameters.Add(new NpgsqlParameter<long[]> { TypedValue = [.. links.Select(l => l.Anchor.Number)] });
        update.Parameters.Add(new NpgsqlParameter<byte[][]> { TypedValue = [.. links.Select(l => l.Digest)] });
        update.Parameters.Add(new NpgsqlParameter<byte[][]> { TypedValue = [.. links.Select(l => l.Anchor.Link)] });
        await update.ExecuteNonQueryAsync(ct);
        await transaction.CommitAsync(ct);
        return lines.Count;
    }

    private async Task<ReadAnchor> HeadAsync(CancellationToken ct) =>
        await db.Set<LoggedRead>().AsNoTracking().Where(r => r.Number != null).OrderByDescending(r => r.Number)
            .Select(r => new ReadAnchor(r.Number!.Value, r.Link!)).FirstOrDefaultAsync(ct) ?? ReadChain.Start;
}
