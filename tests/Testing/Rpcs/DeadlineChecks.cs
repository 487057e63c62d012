using Google.Protobuf;
using Grpc.Core;
using Npgsql;

namespace Regio.Testing.Rpcs;

/// <summary>A deadline reaches the database: when it passes, nothing of the call goes on there.</summary>
internal static class DeadlineChecks
{
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(300);

    // Those of the platform stay open, so that whoever waits for a lock is the call.
    private static readonly string[] LeftOpen = ["outbox_message", "inbox_message", "idempotency_record", "schema_migration"];

    /// <summary>Some rpcs at once, so that not each has to wait for its own deadline.</summary>
    public static async Task CancelAsync(IReadOnlyList<Trial> trials)
    {
        var requests = new List<IMessage>();
        foreach (var trial in trials)
            requests.Add(await trial.SampleAsync());
        await using var connection = new NpgsqlConnection(trials[0].Host.Database.ConnectionString);
        await connection.OpenAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await LockAsync(connection);

        var answers = await Task.WhenAll(trials.Zip(requests, (trial, request) => trial.CallAsync(request, Short)));

        foreach (var (trial, answer) in trials.Zip(answers).Where(pair => !pair.Second.Is(StatusCode.OK) && pair.Second.Code != StatusCode.DeadlineExceeded))
            trial.Fault("with a deadline of 300 ms on locked tables", "OK from a cache or DEADLINE_EXCEEDED", answer);
        await Eventually.Is(
            $"nothing of {string.Join(", ", trials.Select(trial => trial.Rpc))} waits in the database any more", 0L, () => WaitingAsync(connection), TimeSpan.FromSeconds(30));
    }

    private static async Task LockAsync(NpgsqlConnection connection)
    {
        await using var command = new NpgsqlCommand(
            "select string_agg(quote_ident(schemaname) || '.' || quote_ident(tablename), ', ') from pg_tables where schemaname not in ('pg_catalog', 'information_schema') and tablename <> all($1)",
            connection);
        command.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = LeftOpen });
        var tables = (string)(await command.ExecuteScalarAsync())!;
        await using var locking = new NpgsqlCommand($"lock table {tables} in access exclusive mode", connection);
        await locking.ExecuteNonQueryAsync();
    }

    private static async Task<long> WaitingAsync(NpgsqlConnection connection)
    {
        await using var command = new NpgsqlCommand(
            "select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock' and state = 'active'", connection);
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
