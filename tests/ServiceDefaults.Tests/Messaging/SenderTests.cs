using System.Text.Json.Nodes;
using Regio.ServiceDefaults.Messaging;
using Regio.Testing;

namespace Regio.ServiceDefaults.Tests.Messaging;

public sealed class SenderTests(TestServers servers) : MessagingTest(servers)
{
    [Fact]
    public async Task What_the_relay_sends_looks_like_what_the_library_itself_would_send()
    {
        await using var recording = await RecordAsync();
        await using var service = await TestService.WriterAsync(Database.ConnectionString, Broker.Address);
        await service.ReadyAsync();

        await service.CountAsync("ours");
        await Eventually.Is("ours arrives", 1, () => Task.FromResult(recording.Messages.Count));
        await service.Bus.Publish(new Counted { CounterId = "theirs", AggregateVersion = 1 }, TestContext.Current.CancellationToken);
        await Eventually.Is("theirs arrives", 2, () => Task.FromResult(recording.Messages.Count));

        var (ours, theirs) = (recording.Messages[0], recording.Messages[1]);
        Assert.Equal("application/vnd.masstransit+json", ours.ContentType);
        Assert.Equal(theirs.ContentType, ours.ContentType);
        Assert.True(ours.Persistent);
        Assert.Equal(theirs.Persistent, ours.Persistent);
        Assert.Equal(ours.MessageId.ToString(), ours.Envelope["messageId"]!.GetValue<string>());
        Assert.NotEqual(Guid.Empty, ours.Envelope["conversationId"]!.GetValue<Guid>());
        foreach (var part in new[] { "messageType", "sourceAddress", "destinationAddress", "host" })
            Assert.Equal(theirs.Envelope[part]!.ToJsonString(), ours.Envelope[part]!.ToJsonString());
        Assert.Equal(Names(theirs.Envelope["message"]!), Names(ours.Envelope["message"]!));
        Assert.Superset(Filled(theirs.Envelope), Filled(ours.Envelope));
    }

    [Fact]
    public async Task A_sender_that_is_cut_off_opens_a_fresh_connection()
    {
        await using var service = await TestService.WriterAndReaderAsync(Database.ConnectionString, Broker.Address);
        await service.ReadyAsync();
        await service.CountAsync("cut");
        await Eventually.Is("the first has its effect", 1, EffectsAsync);

        for (var cut = 1; cut <= 3; cut++)
        {
            await Eventually.Is("its connection is cut", 1, () => Broker.CutConnectionsAsync("outbox"));
            await service.CountAsync("cut");
            await Eventually.Is("the next has its effect", cut + 1, EffectsAsync);
        }

        await Eventually.Is("nothing waits", 0, () => CountAsync("select count(*) from outbox_message where sent_at is null"));
    }

    [Fact]
    public async Task An_exchange_that_is_deleted_is_declared_again()
    {
        await using var service = await TestService.StartAsync(
            "writer", Database.ConnectionString, Broker.Address, bus => bus.AddKnownReader<Counted>(OnCounted.Queue));
        await service.ReadyAsync();
        await service.CountAsync("one");
        await Eventually.Is("the first is in the queue", 1u, async () => await Broker.CountAsync(OnCounted.Queue) ?? 0);
        await using (var channel = await Broker.OpenChannelAsync())
            await channel.ExchangeDeleteAsync("Regio.ServiceDefaults.Tests.Messaging:Counted", cancellationToken: TestContext.Current.CancellationToken);

        await service.CountAsync("one");

        await Eventually.Is("the second is in the queue", 2u, async () => await Broker.CountAsync(OnCounted.Queue) ?? 0);
        Assert.Equal(0, await CountAsync("select count(*) from outbox_message where sent_at is null"));
    }

    private static List<string> Names(JsonNode part) => [.. part.AsObject().Select(property => property.Key)];

    private static HashSet<string> Filled(JsonNode part) =>
        [.. part.AsObject().Where(property => property.Value is not null).Select(property => property.Key)];
}
