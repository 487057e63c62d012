using System.Collections.Concurrent;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Npgsql;
using Regio.ServiceDefaults.Persistence;

namespace Regio.ServiceDefaults.Messaging;

/// <summary>
/// Sends what the outbox holds: lanes side by side, the messages of a lane one after another. A cycle is one
/// transaction that locks partitions, sends and marks. A process that dies before the mark sends again, and the inbox
/// of the reader skips what it had.
/// </summary>
internal sealed class OutboxRelay(
    NpgsqlDataSource dataSource,
    OutboxPublisher publisher,
    OutboxBell bell,
    DatabaseState state,
    MessagingMetrics metrics,
    IOptions<OutboxOptions> options,
    TimeProvider time,
    ILogger<OutboxRelay> logger) : BackgroundService
{
    private static readonly TimeSpan ShortestPause = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan FirstLanePause = TimeSpan.FromMilliseconds(250);

    private readonly OutboxOptions _options = options.Value;

    private enum Outcome
    {
        Idle,
        Progress,
        Contended,
        Outage,
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await state.WhenMigratedAsync(stoppingToken);
        await Task.WhenAll(Enumerable.Range(0, _options.Workers).Select(_ => WorkAsync(stoppingToken)));
    }

    private async Task WorkAsync(CancellationToken ct)
    {
        var outagePause = ShortestPause;
        while (!ct.IsCancellationRequested)
        {
            var ring = bell.NextRing;
            var outcome = await TryCycleAsync(ct);
            switch (outcome)
            {
                case Outcome.Progress:
                    outagePause = ShortestPause;
                    break;
                case Outcome.Idle:
                    outagePause = ShortestPause;
                    await PauseAsync(_options.PollInterval, ring, ct);
                    break;
                case Outcome.Contended:
                    await PauseAsync(ShortestPause, ring: null, ct);
                    break;
                case Outcome.Outage:
                    await PauseAsync(outagePause, ring: null, ct);
                    outagePause = Shorter(outagePause * 2, _options.LongestOutagePause);
                    break;
            }
        }
    }

    private async Task<Outcome> TryCycleAsync(CancellationToken ct)
    {
        try
        {
            return await CycleAsync(ct);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            return Outcome.Idle;
        }
        catch (NpgsqlException exception)
        {
            logger.LogWarning("The relay cannot reach the database: {Reason}", exception.Message);
            return Outcome.Outage;
        }
    }

    private async Task<Outcome> CycleAsync(CancellationToken ct)
    {
        await using var connection = await dataSource.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        var batch = await OutboxStore.TakeAsync(transaction, _options, time.GetUtcNow(), ct);
        if (batch.Messages.Count == 0)
            return batch.OthersAreAtIt ? Outcome.Contended : Outcome.Idle;

        // What has begun is finished: each send has its own time limit.
        var lanes = batch.Messages.GroupBy(message => message.Lane, StringComparer.Ordinal);
        var sent = new ConcurrentBag<long>();
        var results = await Task.WhenAll(lanes.Select(lane => SendLaneAsync(lane, sent)));
        var held = results.Where(result => result.Held is not null).Select(result => result.Held!);
        await OutboxStore.MarkAsync(transaction, [.. sent], held, time.GetUtcNow(), CancellationToken.None);
        await transaction.CommitAsync(CancellationToken.None);
        if (Array.Find(results, result => result.Outage is not null).Outage is not { } outage)
            return Outcome.Progress;
        logger.LogWarning("The broker is away, messages wait: {Reason}", outage.Message);
        return Outcome.Outage;
    }

    private async Task<(HeldMessage? Held, Exception? Outage)> SendLaneAsync(IEnumerable<WaitingMessage> lane, ConcurrentBag<long> sent)
    {
        foreach (var message in lane)
        {
            try
            {
                await publisher.SendAsync(message);
                sent.Add(message.Sequence);
                metrics.Sent(time.GetUtcNow() - message.CreatedAt);
            }
            catch (Exception exception) when (BrokerFaults.IsOutage(exception))
            {
                return (null, exception);
            }
            catch (Exception exception)
            {
                metrics.Refused();
                return (Hold(message, exception), null);
            }
        }

        return (null, null);
    }

    private HeldMessage Hold(WaitingMessage message, Exception exception)
    {
        var pause = Shorter(FirstLanePause * Math.Pow(2, Math.Min(message.Attempts, 20)), _options.LongestLanePause);
        logger.LogError(
            exception, "Message {MessageId} of type {MessageType} cannot be sent; its lane waits {Pause}", message.MessageId, message.MessageType, pause);
        return new HeldMessage(message.Sequence, exception.GetType().Name, time.GetUtcNow() + pause);
    }

    private async Task PauseAsync(TimeSpan pause, Task? ring, CancellationToken ct)
    {
        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var delay = Task.Delay(pause, time, waiting.Token);
        await Task.WhenAny(delay, ring ?? delay);
        await waiting.CancelAsync();
    }

    private static TimeSpan Shorter(TimeSpan one, TimeSpan other) => one < other ? one : other;
}
