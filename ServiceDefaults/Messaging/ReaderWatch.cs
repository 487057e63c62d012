using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using RabbitMQ.Client.Exceptions;
using Regio.ServiceDefaults.Hosting;

namespace Regio.ServiceDefaults.Messaging;

/// <summary>
/// Ends the process when one of its readers stays cut off from a broker that others can reach. The library can get stuck
/// closing the channel of a broker that died, and then never reads again; only a new process is sure to.
/// </summary>
internal sealed class ReaderWatch(
    OwnQueues queues,
    BrokerConnection broker,
    RunOutcome outcome,
    IHostApplicationLifetime lifetime,
    IOptions<ReaderWatchOptions> options,
    TimeProvider time,
    ILogger<ReaderWatch> logger) : BackgroundService
{
    private readonly CutOffs _cutOffs = new(options.Value.LongestCutOff);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.Value.Period, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            var tooLong = await LookAsync(stoppingToken);
            if (tooLong.Count == 0)
                continue;
            logger.LogCritical(
                "Cut off for {LongestCutOff} although the broker answers: {Queues}. The process ends, to be started again",
                options.Value.LongestCutOff,
                string.Join("; ", tooLong));
            outcome.Fail();
            lifetime.StopApplication();
            return;
        }
    }

    /// <summary>The queues that have been cut off for too long, each with what is known of the reason.</summary>
    private async Task<IReadOnlyList<string>> LookAsync(CancellationToken ct)
    {
        var complaints = queues.Complaints();
        try
        {
            var cutOff = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (var (queue, complaint) in complaints)
            {
                var found = await broker.FindQueueAsync(queue, ct);
                if (complaint is not null)
                    cutOff[queue] = complaint;
                else if (found is null or { ConsumerCount: 0 })
                    cutOff[queue] = "the bus reports it as read, the broker knows of no reader";
            }

            return [.. _cutOffs.Note(cutOff.Keys, time.GetUtcNow()).Select(queue => $"{queue} ({cutOff[queue]})")];
        }
        catch (Exception exception) when (!ct.IsCancellationRequested && (exception is RabbitMQClientException || BrokerFaults.IsOutage(exception)))
        {
            _cutOffs.BrokerIsAway();
            return [];
        }
    }
}
