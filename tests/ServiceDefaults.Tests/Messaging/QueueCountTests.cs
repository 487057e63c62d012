using System.Diagnostics.Metrics;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using Regio.Testing;

namespace Regio.ServiceDefaults.Tests.Messaging;

public sealed class QueueCountTests(TestServers servers) : MessagingTest(servers)
{
    [Fact]
    public async Task Messages_that_were_set_aside_are_a_metric_of_the_service()
    {
        await using var reader = await TestService.ReaderAsync(Database.ConnectionString, Broker.Address, ("QueueCounts:Period", "00:00:00.2"));
        await reader.ReadyAsync();
        using var metric = new ObservedGauge<long>(reader.Services, "regio.inbox.set_aside", $"{OnCounted.Queue}_error");
        reader.Script.Run = _ => throw new InvalidOperationException("Never.");

        for (var number = 1; number <= 2; number++)
            await reader.Bus.Publish(new Counted { CounterId = "poison", AggregateVersion = number }, TestContext.Current.CancellationToken);

        await Eventually.Is("both are counted", 2L, metric.ReadAsync);
        await using (var channel = await Broker.OpenChannelAsync())
            await channel.QueuePurgeAsync($"{OnCounted.Queue}_error", TestContext.Current.CancellationToken);
        await Eventually.Is("none is left", 0L, metric.ReadAsync);
    }

    [Fact]
    public async Task A_reader_that_is_stuck_falls_behind_visibly_until_it_goes_on()
    {
        await using var reader = await TestService.ReaderAsync(Database.ConnectionString, Broker.Address, ("QueueCounts:Period", "00:00:00.2"));
        await reader.ReadyAsync();
        using var waiting = new ObservedGauge<long>(reader.Services, "regio.inbox.waiting", OnCounted.Queue);
        using var lag = new ObservedGauge<double>(reader.Services, "regio.inbox.lag", OnCounted.Queue);
        var stuck = new TaskCompletionSource();
        reader.Script.Run = _ => stuck.Task;

        // More than a reader takes at a time, so that some stay in the queue.
        for (var number = 1; number <= 40; number++)
            await reader.Bus.Publish(new Counted { CounterId = "slow", AggregateVersion = number }, TestContext.Current.CancellationToken);

        await Eventually.Holds("messages wait", async () => await waiting.ReadAsync() > 0);
        await Eventually.Holds("it falls behind", async () => await lag.ReadAsync() > 1);
        stuck.SetResult();
        await Eventually.Is("nothing waits", 0L, waiting.ReadAsync);
        await Eventually.Is("it has caught up", 0d, lag.ReadAsync);
    }

    /// <summary>The value of a gauge for one queue, in one service.</summary>
    private sealed class ObservedGauge<T> : IDisposable
        where T : struct
    {
        private readonly MeterListener _listener;
        private T _value;

        public ObservedGauge(IServiceProvider services, string name, string queue)
        {
            var meters = services.GetRequiredService<IMeterFactory>();
            _listener = new MeterListener
            {
                InstrumentPublished = (instrument, listening) =>
                {
                    if (instrument.Name == name && instrument.Meter.Scope == meters)
                        listening.EnableMeasurementEvents(instrument);
                },
            };
            _listener.SetMeasurementEventCallback<T>((_, value, tags, _) =>
            {
                if (tags.ToArray().ToDictionary()["messaging.destination.name"] as string == queue)
                    _value = value;
            });
            _listener.Start();
        }

        public Task<T> ReadAsync()
        {
            _listener.RecordObservableInstruments();
            return Task.FromResult(_value);
        }

        public void Dispose() => _listener.Dispose();
    }
}
