using System.Diagnostics.Metrics;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using Regio.Testing;

namespace Regio.ServiceDefaults.Tests.Messaging;

public sealed class SetAsideTests(TestServers servers) : MessagingTest(servers)
{
    [Fact]
    public async Task Messages_that_were_set_aside_are_a_metric_of_the_service()
    {
        await using var reader = await TestService.ReaderAsync(Database.ConnectionString, Broker.Address, ("SetAside:Period", "00:00:00.2"));
        await reader.ReadyAsync();
        var meters = reader.Services.GetRequiredService<IMeterFactory>();
        var seen = 0L;
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, listening) =>
            {
                if (instrument.Name == "regio.inbox.set_aside" && instrument.Meter.Scope == meters)
                    listening.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<long>((_, count, tags, _) =>
        {
            if (tags.ToArray().ToDictionary()["messaging.destination.name"] is string name && name == $"{OnCounted.Queue}_error")
                Volatile.Write(ref seen, count);
        });
        listener.Start();
        reader.Script.Run = _ => throw new InvalidOperationException("Never.");

        for (var number = 1; number <= 2; number++)
            await reader.Bus.Publish(new Counted { CounterId = "poison", AggregateVersion = number }, TestContext.Current.CancellationToken);

        await Eventually.Is("both are counted", 2L, SeenAsync);
        await using (var channel = await Broker.OpenChannelAsync())
            await channel.QueuePurgeAsync($"{OnCounted.Queue}_error", TestContext.Current.CancellationToken);
        await Eventually.Is("none is left", 0L, SeenAsync);

        Task<long> SeenAsync()
        {
            listener.RecordObservableInstruments();
            return Task.FromResult(Volatile.Read(ref seen));
        }
    }
}
