using System.Text;
using Regio.ServiceDefaults.Messaging;
using Regio.Testing;

namespace Regio.ServiceDefaults.Tests.Messaging;

public sealed class OutboxTests(TestServers servers) : MessagingTest(servers)
{
    [Fact]
    public async Task Nothing_is_published_when_the_transaction_rolls_back()
    {
        await using var service = await TestService.WriterAndReaderAsync(Database.ConnectionString, Broker.Address);
        await service.ReadyAsync();
        await service.InScopeAsync(async db =>
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            await TestService.CountAsync(db, "given up");
            await db.SaveChangesAsync();
            await transaction.RollbackAsync();
        });

        await service.CountAsync("kept");
        await Eventually.Is("the kept message arrives", 1, EffectsAsync);

        Assert.Equal("kept", await Database.ScalarAsync<string>("select lane from effect"));
        Assert.Equal(1, await CountAsync("select count(*) from outbox_message"));
    }

    [Fact]
    public async Task The_stored_message_id_and_content_arrive()
    {
        await using var recording = await RecordAsync();
        await using var service = await TestService.WriterAsync(Database.ConnectionString, Broker.Address);
        await service.ReadyAsync();

        await service.CountAsync("one");
        await Eventually.Is("the message arrives", 1, () => Task.FromResult(recording.Messages.Count));

        var received = Assert.Single(recording.Messages);
        Assert.Equal(await Database.ScalarAsync<Guid>("select message_id from outbox_message"), received.MessageId);
        Assert.Equal(7, received.MessageId.Version);
        Assert.Equal("2025-01-31", received.Envelope["message"]!["day"]!.GetValue<string>());
        Assert.Equal("""["1.10","2.125"]""", received.Envelope["message"]!["weights"]!.ToJsonString());
        Assert.Equal("urn:message:Regio.ServiceDefaults.Tests.Messaging:Counted", received.Envelope["messageType"]![0]!.GetValue<string>());
    }

    [Fact]
    public async Task A_lane_goes_out_in_order_when_many_write_to_it()
    {
        await using var recording = await RecordAsync();
        await using var service = await TestService.WriterAsync(Database.ConnectionString, Broker.Address);
        await service.ReadyAsync();

        await WriteAsync([service], lanes: 4, perLane: 40);

        await Eventually.Is("all arrive", 160, () => Task.FromResult(recording.Messages.Count));
        AssertInOrder(recording, lanes: 4, perLane: 40);
    }

    [Fact]
    public async Task Two_replicas_neither_double_nor_reorder()
    {
        await using var recording = await RecordAsync();
        await using var one = await TestService.WriterAsync(Database.ConnectionString, Broker.Address);
        await using var two = await TestService.WriterAsync(Database.ConnectionString, Broker.Address);
        await one.ReadyAsync();
        await two.ReadyAsync();

        await WriteAsync([one, two], lanes: 20, perLane: 25);

        await Eventually.Is("all are sent", 0, () => CountAsync("select count(*) from outbox_message where sent_at is null"));
        await Eventually.Holds("all arrive", () => Task.FromResult(recording.Messages.Count >= 500));
        AssertInOrder(recording, lanes: 20, perLane: 25);
    }

    [Fact]
    public async Task Lanes_go_out_side_by_side()
    {
        var gate = new FirstWaitsForSecond();
        await using var service = await TestService.StartAsync(
            "writer", Database.ConnectionString, Broker.Address, bus => bus.SendThrough(gate.SendAsync));
        await service.ReadyAsync();

        await service.InScopeAsync(async db =>
        {
            await TestService.CountAsync(db, "first");
            await TestService.CountAsync(db, "second");
            await db.SaveChangesAsync();
        });

        await gate.Both.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_message_that_cannot_be_sent_holds_its_own_lane_only()
    {
        await using var recording = await RecordAsync();
        await using var service = await TestService.WriterAsync(Database.ConnectionString, Broker.Address);
        await service.ReadyAsync();
        await service.CountAsync("broken");
        await Eventually.Is("the first one arrives", 1, () => Task.FromResult(recording.Messages.Count));
        await Database.ExecuteAsync(
            """
            insert into outbox_message (message_id, lane, partition, message_type, body, created_at)
            select gen_random_uuid(), lane, partition, 'No.Such.Type, Nowhere', '{}', now() from outbox_message
            """);

        await service.CountAsync("broken");
        for (var number = 0; number < 100; number++)
            await service.CountAsync($"lane {number}");

        await Eventually.Is("all others arrive", 101, () => Task.FromResult(recording.Messages.Count));
        await Eventually.Holds("the broken one is tried again", async () => await CountAsync("select max(attempts)::bigint from outbox_message") >= 2);
        Assert.Equal(2, await CountAsync("select count(*) from outbox_message where sent_at is null"));

        await Database.ExecuteAsync("delete from outbox_message where message_type like 'No.Such%'");
        await Eventually.Is("the lane goes on", 102, () => Task.FromResult(recording.Messages.Count));
    }

    [Fact]
    public async Task A_known_reader_has_its_message_although_it_never_ran_before()
    {
        await using var writer = await TestService.StartAsync(
            "writer", Database.ConnectionString, Broker.Address, bus => bus.AddKnownReader<Counted>(OnCounted.Queue));
        await writer.ReadyAsync();
        await writer.CountAsync("early");
        await Eventually.Is("it is sent", 0, () => CountAsync("select count(*) from outbox_message where sent_at is null"));

        await using var reader = await TestService.ReaderAsync(Database.ConnectionString, Broker.Address);
        await Eventually.Is("the reader has it", 1, EffectsAsync);
        Assert.Equal("quorum", (await Broker.DescribeAsync(OnCounted.Queue))["type"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_returned_message_stays_and_goes_out_once_its_queue_is_back()
    {
        await using var writer = await TestService.StartAsync(
            "writer", Database.ConnectionString, Broker.Address, bus => bus.AddKnownReader<Counted>(OnCounted.Queue));
        await writer.ReadyAsync();
        await writer.CountAsync("one");
        await Eventually.Is("the first is in the queue", 1u, async () => await Broker.CountAsync(OnCounted.Queue) ?? 0);
        await using (var channel = await Broker.OpenChannelAsync())
            await channel.QueueDeleteAsync(OnCounted.Queue, ifUnused: false, ifEmpty: false, noWait: false, TestContext.Current.CancellationToken);

        await writer.CountAsync("one");
        await Eventually.Is("the second is sent", 0, () => CountAsync("select count(*) from outbox_message where sent_at is null"));

        Assert.Equal("MessageReturnedException", await Database.ScalarAsync<string>("select max(last_error) from outbox_message"));
        await using var reader = await TestService.ReaderAsync(Database.ConnectionString, Broker.Address);
        await Eventually.Is("the second arrives", 2, () => CountAsync("select coalesce(max(version), 0) from effect"));
    }

    private static async Task WriteAsync(TestService[] services, int lanes, int perLane)
    {
        var work = Enumerable.Range(0, lanes * perLane).OrderBy(_ => Random.Shared.Next()).ToList();
        await Parallel.ForEachAsync(work, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (number, _) =>
            await services[number % services.Length].CountAsync($"lane {number % lanes}"));
    }

    private static void AssertInOrder(Recording recording, int lanes, int perLane)
    {
        var byLane = recording.Messages.GroupBy(message => message.Lane).ToList();
        Assert.Equal(lanes, byLane.Count);
        Assert.All(byLane, lane => Assert.Equal(Enumerable.Range(1, perLane).Select(number => (long)number), lane.Select(message => message.Version)));
    }

    /// <summary>Keeps the message of the first lane back until that of the second has gone out.</summary>
    private sealed class FirstWaitsForSecond
    {
        private readonly TaskCompletionSource _first = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource _second = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Both => Task.WhenAll(_first.Task, _second.Task);

        public async Task SendAsync(OutgoingMessage message, Func<Task> send)
        {
            var isFirst = Encoding.UTF8.GetString(message.Body.Span).Contains("\"first\"", StringComparison.Ordinal);
            if (isFirst)
                await _second.Task;
            await send();
            (isFirst ? _first : _second).TrySetResult();
        }
    }
}
