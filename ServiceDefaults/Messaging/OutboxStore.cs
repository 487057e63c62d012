using Npgsql;
using NpgsqlTypes;

namespace Regio.ServiceDefaults.Messaging;

/// <summary>A message that waits to be sent.</summary>
internal sealed record WaitingMessage(
    long Sequence,
    Guid MessageId,
    string Lane,
    string MessageType,
    string Body,
    string? Traceparent,
    string? Tracestate,
    DateTimeOffset CreatedAt,
    int Attempts);

/// <summary>A message that the broker refused, and how long its lane is held.</summary>
internal sealed record HeldMessage(long Sequence, string Error, DateTimeOffset NotBefore);

/// <summary>What a look at the outbox found.</summary>
internal sealed record Batch(IReadOnlyList<WaitingMessage> Messages, bool OthersAreAtIt);

/// <summary>
/// The statements of the relay. It looks for rows that are not sent rather than beyond a last sequence:
/// sequences are given out before the commit, so a lower one can appear later.
/// </summary>
internal static class OutboxStore
{
    // The first key of the two-key advisory locks; the second one is the partition.
    private const int LockClass = 0x5245_4749;

    public static async Task<Batch> TakeAsync(
        NpgsqlTransaction transaction, OutboxOptions options, DateTimeOffset now, CancellationToken ct)
    {
        var (taken, othersAreAtIt) = await LockPartitionsAsync(transaction, options.PartitionsPerCycle, ct);
        var messages = taken.Count == 0
            ? []
            : await ReadAsync(transaction, taken, options.MessagesPerPartition, now, ct);
        return new Batch(messages, othersAreAtIt);
    }

    public static async Task MarkAsync(
        NpgsqlTransaction transaction, long[] sent, IEnumerable<HeldMessage> held, DateTimeOffset now, CancellationToken ct)
    {
        await using var batch = new NpgsqlBatch(transaction.Connection, transaction);
        batch.BatchCommands.Add(new NpgsqlBatchCommand("update outbox_message set sent_at = $1 where sequence = any($2)")
        {
            Parameters = { new NpgsqlParameter<DateTimeOffset> { TypedValue = now }, new NpgsqlParameter<long[]> { TypedValue = sent } },
        });
        foreach (var message in held)
        {
            batch.BatchCommands.Add(new NpgsqlBatchCommand(
                "update outbox_message set attempts = attempts + 1, not_before = $1, last_error = $2 where sequence = $3")
            {
                Parameters =
                {
                    new NpgsqlParameter<DateTimeOffset> { TypedValue = message.NotBefore },
                    new NpgsqlParameter<string> { TypedValue = message.Error },
                    new NpgsqlParameter<long> { TypedValue = message.Sequence },
                },
            });
        }

        await batch.ExecuteNonQueryAsync(ct);
    }

    // Held until the transaction ends. Chosen at random, so that workers do not all run into the same ones.
    private static async Task<(List<short> Taken, bool OthersAreAtIt)> LockPartitionsAsync(
        NpgsqlTransaction transaction, int limit, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(
            """
            select due.partition, pg_try_advisory_xact_lock($1, due.partition)
            from (
                select number as partition from generate_series(0, $2 - 1) as number
                where exists (select 1 from outbox_message where sent_at is null and partition = number)
                order by random() limit $3) as due
            """,
            transaction.Connection,
            transaction);
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = LockClass });
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = Partitions.Count });
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = limit });
        await using var reader = await command.ExecuteReaderAsync(ct);
        var taken = new List<short>();
        var othersAreAtIt = false;
        while (await reader.ReadAsync(ct))
        {
            if (reader.GetBoolean(1))
                taken.Add((short)reader.GetInt32(0));
            else
                othersAreAtIt = true;
        }

        return (taken, othersAreAtIt);
    }

    // A statement of its own: only a snapshot taken after the locks shows what their last holder has sent.
    private static async Task<IReadOnlyList<WaitingMessage>> ReadAsync(
        NpgsqlTransaction transaction, List<short> partitions, int limit, DateTimeOffset now, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(
            """
            select waiting.*
            from unnest($1) as taken(partition)
            cross join lateral (
                select sequence, message_id, lane, message_type, body, traceparent, tracestate, created_at, attempts
                from outbox_message as message
                where message.sent_at is null and message.partition = taken.partition
                    and not exists (
                        select 1 from outbox_message as held
                        where held.sent_at is null and held.lane = message.lane and held.not_before > $2)
                order by sequence limit $3) as waiting
            order by waiting.sequence
            """,
            transaction.Connection,
            transaction);
        command.Parameters.Add(new NpgsqlParameter<short[]> { TypedValue = [.. partitions] });
        command.Parameters.Add(new NpgsqlParameter<DateTimeOffset> { TypedValue = now, NpgsqlDbType = NpgsqlDbType.TimestampTz });
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = limit });
        await using var reader = await command.ExecuteReaderAsync(ct);
        var messages = new List<WaitingMessage>();
        while (await reader.ReadAsync(ct))
        {
            messages.Add(new WaitingMessage(
                reader.GetInt64(0),
                reader.GetGuid(1),
                reader.GetString(2),
                reader.GetString(3),
                reader.GetString(4),
                await reader.IsDBNullAsync(5, ct) ? null : reader.GetString(5),
                await reader.IsDBNullAsync(6, ct) ? null : reader.GetString(6),
                reader.GetFieldValue<DateTimeOffset>(7),
                reader.GetInt32(8)));
        }

        return messages;
    }
}
