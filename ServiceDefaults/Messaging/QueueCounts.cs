using MassTransit;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using RabbitMQ.Client.Exceptions;

namespace Regio.ServiceDefaults.Messaging;

/// <summary>How often the messages in the queues of a service are counted.</summary>
public sealed class QueueCountOptions
{
    /// <summary>The section of the configuration that holds them.</summary>
    public const string Section = "QueueCounts";

    /// <summary>Time between two counts.</summary>
    public TimeSpan Period { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>
    /// Time between two questions for a queue that is not there yet: the broker writes an error to its log for each.
    /// A message that this process sets aside is counted without that wait.
    /// </summary>
    public TimeSpan MissingPeriod { get; set; } = TimeSpan.FromMinutes(10);

    internal bool AreWhole => Period > TimeSpan.Zero && MissingPeriod > TimeSpan.Zero;
}

/// <summary>
/// Counts the messages that wait for the consumers of this service, and those that they could not handle and set aside,
/// so that both are seen before somebody misses their effect.
/// </summary>
internal sealed class QueueCounts(
    IBus bus, OwnQueues queues, BrokerConnection broker, MessagingMetrics metrics, IOptions<QueueCountOptions> options, TimeProvider time)
    : BackgroundService
{
    // Between a failure and the place where its message is set aside lie a few more tries.
    private static readonly TimeSpan AfterAFault = TimeSpan.FromMinutes(1);

    private readonly Dictionary<string, DateTimeOffset> _missing = new(StringComparer.Ordinal);
    private long _lastFault = DateTimeOffset.MinValue.UtcTicks;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var observing = bus.ConnectReceiveObserver(new FaultObserver(() => Volatile.Write(ref _lastFault, time.GetUtcNow().UtcTicks)));
        using var timer = new PeriodicTimer(options.Value.Period, time);
        do
        {
            try
            {
                await CountAsync(stoppingToken);
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested && (exception is RabbitMQClientException || BrokerFaults.IsOutage(exception)))
            {
                // The broker is away; readiness and the relay say so.
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task CountAsync(CancellationToken ct)
    {
        foreach (var queue in queues.Complaints().Keys)
        {
            if (await broker.FindQueueAsync(queue, ct) is { } found)
                metrics.Waiting(queue, found.MessageCount);
            await CountSetAsideAsync($"{queue}_error", ct);
            await CountSetAsideAsync($"{queue}_skipped", ct);
        }
    }

    private async Task CountSetAsideAsync(string queue, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        if (IsNotDue(queue, now))
            return;
        if (await broker.FindQueueAsync(queue, ct) is { } found)
        {
            _missing.Remove(queue);
            metrics.SetAside(queue, found.MessageCount);
        }
        else
        {
            _missing[queue] = now;
            metrics.SetAside(queue, 0);
        }
    }

    private bool IsNotDue(string queue, DateTimeOffset now) =>
        _missing.TryGetValue(queue, out var asked)
        && now - asked < options.Value.MissingPeriod
        && now.UtcTicks - Volatile.Read(ref _lastFault) > AfterAFault.Ticks;

    private sealed class FaultObserver(Action faulted) : IReceiveObserver
    {
        public Task PreReceive(ReceiveContext context) => Task.CompletedTask;

        public Task PostReceive(ReceiveContext context)
        {
            // Nobody here reads it: the library sets it aside as skipped.
            if (!context.IsDelivered && !context.IsFaulted)
                faulted();
            return Task.CompletedTask;
        }

        public Task PostConsume<T>(ConsumeContext<T> context, TimeSpan duration, string consumerType)
            where T : class => Task.CompletedTask;

        public Task ConsumeFault<T>(ConsumeContext<T> context, TimeSpan duration, string consumerType, Exception exception)
            where T : class
        {
            faulted();
            return Task.CompletedTask;
        }

        public Task ReceiveFault(ReceiveContext context, Exception exception)
        {
            faulted();
            return Task.CompletedTask;
        }
    }
}
