using Google.Protobuf;
using Grpc.Core;
using Npgsql;

namespace Regio.Testing.Rpcs;

/// <summary>A deadline reaches the database: when it passes, nothing of the call goes on there.</summary>
internal static class DeadlineChecks
{
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(300);

    // Shorter than the half minute after which a statement ends by itself: a call that was not cancelled is still there.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    // Those of the platform stay open, so that whoever waits for a lock is the call.
    private static readonly string[] LeftOpen = ["outbox_message", "inbox_message", "idempotency_record", "schema_migration"];

    /// <summary>Some rpcs at once, so that not each has to wait for its own deadline.</summary>
    public static async Task CancelAsync(IReadOnlyList<Trial> trials)
    {
        var requests = new List<IMessage>();
        foreach (var trial in trials)
            requests.Add(await trial.UnusedSampleAsync());
        await using var connection = new NpgsqlConnection(trials[0].Host.Database.ConnectionString);
        await connection.OpenAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await LockAsync(connection);

        var answers = await Task.WhenAll(trials.Zip(requests, (trial, request) => trial.CallAsync(request, Short)));

        foreach (var (trial, answer) in trials.Zip(answers).Where(pair => !pair.Second.Is(StatusCode.OK) && pair.Second.Code != StatusCode.DeadlineExceeded))
            trial.Fault("with a deadline of 300 ms on locked tables", "OK from a cache or DEADLINE_EXCEEDED", answer);
        await Eventually.Is(
            $"nothing of {string.Join(", ", trials.Select(trial => trial.Rpc))} waits in the database any more", "", () => WaitingAsync(connection), Patience);
    }

    private static async Task LockAsync(NpgsqlConnection connection)
    {
        await using var command = new NpgsqlCommand(
            "select string_agg(quote_ident(schemaname) || '.' || quote_ident(tablename), ', ') from pg_tables where schemaname not in ('pg_catalog', 'information_schema') and tablename <> all($1)",
            connection);
        command.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = LeftOpen });
        var tables = (string)(await command.ExecuteScalarAsync())!;
        // Of a consumer that is under way and this, the consumer gives in: it is tried again.
        await using var locking = new NpgsqlCommand($"set local deadlock_timeout = '1min'; lock table {tables} in access exclusive mode", connection);
        await locking.ExecuteNonQueryAsync();
    }

    /// <summary>The statements that wait for a lock, by their beginning. A consumer has no deadline: it waits, and its transaction has noted its message in the inbox.</summary>
    private static async Task<string> WaitingAsync(NpgsqlConnection connection)
    {
        await using var command = new NpgsqlCommand(
            """
            select coalesce(string_agg(left(query, 200), ' | '), '') from pg_stat_activity activity
            where datname = current_database() and wait_event_type = 'Lock' and state = 'active'
              and not exists (select 1 from pg_locks held where held.pid = activity.pid and held.relation = 'inbox_message'::regclass)
            """,
            connection);
        return (string)(await command.ExecuteScalarAsync())!;
    }
}
