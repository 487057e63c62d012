using Npgsql;
using NpgsqlTypes;

namespace Regio.ServiceDefaults.Persistence;

/// <summary>
/// Writes messages into the outbox without the change tracker: they are only ever added, so there is nothing to track.
/// </summary>
internal static class OutboxRows
{
    private const string InsertSql =
        """
        insert into outbox_message (message_id, lane, partition, message_type, body, is_event, traceparent, tracestate, created_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
        """;

    public static NpgsqlBatchCommand Insert(OutboxMessage message) => new(InsertSql)
    {
        Parameters =
        {
            new NpgsqlParameter<Guid> { TypedValue = message.MessageId },
            Text(message.Lane),
            new NpgsqlParameter<short> { TypedValue = message.Partition },
            Text(message.MessageType),
            new NpgsqlParameter<string> { TypedValue = message.Body, NpgsqlDbType = NpgsqlDbType.Json },
            new NpgsqlParameter<bool> { TypedValue = message.IsEvent },
            Text(message.Traceparent),
            Text(message.Tracestate),
            new NpgsqlParameter<DateTimeOffset> { TypedValue = message.CreatedAt, NpgsqlDbType = NpgsqlDbType.TimestampTz },
        },
    };

    // Typed also when it is null: the statement then stays the same one, and prepared.
    private static NpgsqlParameter<string?> Text(string? value) => new() { TypedValue = value, NpgsqlDbType = NpgsqlDbType.Text };
}
