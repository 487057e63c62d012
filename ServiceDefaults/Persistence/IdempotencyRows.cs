using Google.Protobuf;
using Npgsql;
using NpgsqlTypes;

namespace Regio.ServiceDefaults.Persistence;

/// <summary>The statements behind <see cref="IdempotentRequests{TContext}"/>.</summary>
internal static class IdempotencyRows
{
    private const string ClaimSql =
        """
        insert into idempotency_record (caller, rpc, request_id, request_hash, created_at)
        values ($1, $2, $3, $4, $5)
        on conflict do nothing
        """;

    private const string AnswerSql =
        "update idempotency_record set response = $1 where caller = $2 and rpc = $3 and request_id = $4";

    /// <summary>
    /// Takes the id, in the transaction that has begun. Waits for whoever is taking the same one, until that
    /// transaction has ended; false when it is taken.
    /// </summary>
    public static async Task<bool> TryClaimAsync(NpgsqlConnection connection, IdempotencyRecord record, CancellationToken ct)
    {
        await using var claim = new NpgsqlCommand(ClaimSql, connection);
        claim.Parameters.Add(Text(record.Caller));
        claim.Parameters.Add(Text(record.Rpc));
        claim.Parameters.Add(Text(record.RequestId));
        claim.Parameters.Add(new NpgsqlParameter<byte[]> { TypedValue = record.RequestHash });
        claim.Parameters.Add(new NpgsqlParameter<DateTimeOffset> { TypedValue = record.CreatedAt, NpgsqlDbType = NpgsqlDbType.TimestampTz });
        return await claim.ExecuteNonQueryAsync(ct) == 1;
    }

    /// <summary>Stores the answer beside the id.</summary>
    public static NpgsqlBatchCommand Answer(IdempotencyRecord record, IMessage response) => new(AnswerSql)
    {
        Parameters =
        {
            new NpgsqlParameter<byte[]> { TypedValue = response.ToByteArray() },
            Text(record.Caller),
            Text(record.Rpc),
            Text(record.RequestId),
        },
    };

    private static NpgsqlParameter<string> Text(string value) => new() { TypedValue = value };
}
