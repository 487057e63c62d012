using System.Runtime.CompilerServices;
using Npgsql;

namespace Regio.ServiceDefaults.Messaging.History;

/// <summary>An event as it was written.</summary>
internal sealed record PastEvent(long Position, Guid MessageId, string EventType, string Body, DateTimeOffset RecordedAt);

/// <summary>Reads the events of the outbox, which stay there for good.</summary>
internal sealed class EventHistory(NpgsqlDataSource dataSource)
{
    /// <summary>Events of one page: one query, one message of the answer.</summary>
    public const int PageSize = 200;

    /// <summary>
    /// The position up to which the history is complete. Sequences are given out before the commit, so a lower one can
    /// still appear while its transaction is open: the lock waits for those that have written, and is given back at once.
    /// </summary>
    public async Task<long> EndAsync(CancellationToken ct)
    {
        await using var connection = await dataSource.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await using var batch = new NpgsqlBatch(connection, transaction)
        {
            BatchCommands =
            {
                new NpgsqlBatchCommand("set local lock_timeout = '5s'"),
                new NpgsqlBatchCommand("lock table outbox_message in share mode"),
            },
        };
        await batch.ExecuteNonQueryAsync(ct);

        // A statement of its own, since its snapshot must be younger than the lock.
        await using var end = new NpgsqlCommand("select coalesce(max(sequence), 0) from outbox_message where is_event", connection, transaction);
        var position = (long)(await end.ExecuteScalarAsync(ct))!;
        await transaction.CommitAsync(ct);
        return position;
    }

    /// <summary>The events after one position up to another, page by page.</summary>
    public async IAsyncEnumerable<IReadOnlyList<PastEvent>> ReadAsync(
        long after, long end, string[] eventTypes, [EnumeratorCancellation] CancellationToken ct)
    {
        while (true)
        {
            var page = await PageAsync(after, end, eventTypes, ct);
            if (page.Count > 0)
                yield return page;
            if (page.Count < PageSize)
                yield break;
            after = page[^1].Position;
        }
    }

    private async Task<IReadOnlyList<PastEvent>> PageAsync(long after, long end, string[] eventTypes, CancellationToken ct)
    {
        await using var command = dataSource.CreateCommand(
            """
            select sequence, message_id, split_part(message_type, ',', 1), body::text, created_at
            from outbox_message
            where is_event and sequence > $1 and sequence <= $2
                and (cardinality($3) = 0 or split_part(message_type, ',', 1) = any($3))
            order by sequence limit $4
            """);
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = after });
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = end });
        command.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = eventTypes });
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = PageSize });
        await using var reader = await command.ExecuteReaderAsync(ct);
        var page = new List<PastEvent>(PageSize);
        while (await reader.ReadAsync(ct))
            page.Add(new(reader.GetInt64(0), reader.GetGuid(1), reader.GetString(2), reader.GetString(3), reader.GetFieldValue<DateTimeOffset>(4)));
        return page;
    }
}
