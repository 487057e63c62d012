using System.Collections.Frozen;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Regio.ExpertTable.Persistence;

namespace Regio.ExpertTable.Reads;

/// <summary>
/// Reads many lines of the log in the order of the chain. Column by column and not through the model: for a million lines
/// that takes half the time.
/// </summary>
internal static class LoggedLineReader
{
    private const string Sql =
        """
        select sequence, case_id, subject_pseudonym, reader, role, purpose, ground, method, trace_id, read_at, number, digest, link, blanked
        from case_read where number >= $1 order by number limit $2
        """;

    private static readonly FrozenDictionary<string, ReadPurpose> s_purposes = Enum.GetValues<ReadPurpose>().ToFrozenDictionary(p => p.ToString(), StringComparer.Ordinal);
    private static readonly FrozenDictionary<string, LegalGround> s_grounds = Enum.GetValues<LegalGround>().ToFrozenDictionary(g => g.ToString(), StringComparer.Ordinal);

    public static async IAsyncEnumerable<LoggedRead> ReadAsync(ExpertTableDbContext db, long from, int most, [EnumeratorCancellation] CancellationToken ct)
    {
        await db.Database.OpenConnectionAsync(ct);
        try
        {
            await using var command = new NpgsqlCommand(Sql, (NpgsqlConnection)db.Database.GetDbConnection());
            command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = from });
            command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = most });
            await using var reader = await command.ExecuteReaderAsync(ct);
            while (await reader.ReadAsync(ct))
                yield return Line(reader);
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    // In the order of the columns above.
    private static LoggedRead Line(NpgsqlDataReader row)
    {
        var column = 0;
        return new LoggedRead
        {
            Sequence = row.GetInt64(column++),
            CaseId = row.GetGuid(column++),
            SubjectPseudonym = row.IsDBNull(column++) ? null : row.GetGuid(column - 1),
            Reader = row.GetString(column++),
            Role = row.GetString(column++),
            Purpose = s_purposes[row.GetString(column++)],
            Ground = s_grounds[row.GetString(column++)],
            Method = row.GetString(column++),
            TraceId = row.GetString(column++),
            ReadAt = row.GetFieldValue<DateTimeOffset>(column++),
            Number = row.GetInt64(column++),
            Digest = row.GetFieldValue<byte[]>(column++),
            Link = row.GetFieldValue<byte[]>(column++),
            Blanked = row.IsDBNull(column) ? null : row.GetFieldValue<byte[]>(column),
        };
    }
}
