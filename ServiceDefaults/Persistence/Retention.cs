using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Npgsql;
using Regio.ServiceDefaults.Hosting;

namespace Regio.ServiceDefaults.Persistence;

/// <summary>How long the rows of outbox, inbox and idempotent requests are kept.</summary>
public sealed class RetentionOptions
{
    /// <summary>The section of the configuration that holds them.</summary>
    public const string Section = "Retention";

    /// <summary>Commands that were sent. Events are the history of the service and stay.</summary>
    public TimeSpan SentMessages { get; set; } = TimeSpan.FromDays(7);

    /// <summary>Messages that were received: longer than anything may lie in a queue before it is handled.</summary>
    public TimeSpan ReceivedMessages { get; set; } = TimeSpan.FromDays(60);

    /// <summary>Answers to requests with an id: longer than any caller goes on trying.</summary>
    public TimeSpan Requests { get; set; } = TimeSpan.FromDays(7);

    /// <summary>Time between two clean-ups.</summary>
    public TimeSpan Period { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>Rows deleted in one transaction.</summary>
    public int BatchSize { get; set; } = 1000;

    internal bool AreWhole =>
        SentMessages > TimeSpan.Zero && ReceivedMessages > TimeSpan.Zero && Requests > TimeSpan.Zero
        && Period > TimeSpan.Zero && BatchSize > 0;
}

/// <summary>Deletes, in small transactions, what has been kept long enough. A message that waits is never deleted, nor is an event.</summary>
internal sealed class RetentionCleanup(
    NpgsqlDataSource dataSource,
    DatabaseState database,
    IOptions<RetentionOptions> options,
    TimeProvider time,
    ILogger<RetentionCleanup> logger) : RecurringWork(database, time, logger)
{
    private readonly RetentionOptions _options = options.Value;

    public async Task<int> CleanAsync(CancellationToken ct) =>
        await DeleteAsync("outbox_message", "not is_event and sent_at", _options.SentMessages, ct)
        + await DeleteAsync("inbox_message", "received_at", _options.ReceivedMessages, ct)
        + await DeleteAsync("idempotency_record", "created_at", _options.Requests, ct);

    protected override string WhatWaits => "Rows that were kept long enough wait to be deleted";

    protected override TimeSpan Period => _options.Period;

    protected override async Task<WorkLeft> StepAsync(CancellationToken ct)
    {
        await CleanAsync(ct);
        return WorkLeft.NothingNow;
    }

    private async Task<int> DeleteAsync(string table, string condition, TimeSpan kept, CancellationToken ct)
    {
        var before = Time.GetUtcNow() - kept;
        var total = 0;
        while (true)
        {
            await using var command = dataSource.CreateCommand(
                $"delete from {table} where ctid = any(array(select ctid from {table} where {condition} < $1 limit $2 for update skip locked))");
            command.Parameters.Add(new NpgsqlParameter<DateTimeOffset> { TypedValue = before });
            command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = _options.BatchSize });
            var deleted = await command.ExecuteNonQueryAsync(ct);
            total += deleted;
            if (deleted < _options.BatchSize)
                return total;
        }
    }
}
