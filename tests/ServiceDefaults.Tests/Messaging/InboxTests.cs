using MassTransit;
using Microsoft.EntityFrameworkCore;
using Regio.Testing;

namespace Regio.ServiceDefaults.Tests.Messaging;

public sealed class InboxTests(TestServers servers) : MessagingTest(servers)
{
    [Fact]
    public async Task A_message_delivered_many_times_has_one_effect()
    {
        await using var reader = await TestService.ReaderAsync(Database.ConnectionString, Broker.Address);
        await reader.ReadyAsync();
        var id = Guid.CreateVersion7();

        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => PublishAsync(reader, "same", id)));
        await PublishAsync(reader, "last", Guid.CreateVersion7());

        await Eventually.Is("the last arrives", 1, () => CountAsync("select count(*) from effect where lane = 'last'"));
        await Eventually.Is("the queue is empty", 0u, async () => await Broker.CountAsync(OnCounted.Queue) ?? 0);
        Assert.Equal(1, await CountAsync("select count(*) from effect where lane = 'same'"));
        Assert.Equal(2, await CountAsync("select count(*) from inbox_message where consumer = 'reader-on-counted'"));
        Assert.Null(await Broker.CountAsync($"{OnCounted.Queue}_skipped"));
        Assert.Null(await Broker.CountAsync($"{OnCounted.Queue}_error"));
    }

    [Fact]
    public async Task A_second_delivery_waits_for_the_first_and_takes_over_when_that_fails()
    {
        await using var reader = await TestService.ReaderAsync(Database.ConnectionString, Broker.Address);
        await reader.ReadyAsync();
        var runs = 0;
        var running = 0;
        reader.Script.Run = async context =>
        {
            Assert.Equal(1, Interlocked.Increment(ref running));
            var run = Interlocked.Increment(ref runs);
            await Task.Delay(TimeSpan.FromMilliseconds(200), context.CancellationToken);
            Interlocked.Decrement(ref running);
            if (run == 1)
                throw new InvalidOperationException("The first run fails.");
        };
        var id = Guid.CreateVersion7();

        await Task.WhenAll(PublishAsync(reader, "same", id), PublishAsync(reader, "same", id));

        await Eventually.Is("it has its effect", 1, EffectsAsync);
        await Eventually.Is("both deliveries are dealt with", 0u, async () => await Broker.CountAsync(OnCounted.Queue) ?? 0);
        Assert.Equal(2, runs);
    }

    [Fact]
    public async Task Each_try_has_a_fresh_context()
    {
        await using var reader = await TestService.ReaderAsync(Database.ConnectionString, Broker.Address);
        await reader.ReadyAsync();
        var tries = 0;
        reader.Script.Run = _ => Interlocked.Increment(ref tries) < 3 ? throw new DbUpdateConcurrencyException("Twice.") : Task.CompletedTask;

        await PublishAsync(reader, "tried", Guid.CreateVersion7());

        await Eventually.Is("the third try succeeds", 1, EffectsAsync);
        Assert.Equal(3, tries);
    }

    [Fact]
    public async Task A_poison_message_is_set_aside_without_effect_and_the_next_is_handled()
    {
        await using var reader = await TestService.ReaderAsync(Database.ConnectionString, Broker.Address);
        await reader.ReadyAsync();
        reader.Script.Run = context => context.Message.CounterId == "poison" ? throw new InvalidOperationException("Never.") : Task.CompletedTask;

        await PublishAsync(reader, "poison", Guid.CreateVersion7());
        await PublishAsync(reader, "good", Guid.CreateVersion7());

        await Eventually.Is("the good one is handled", 1, EffectsAsync);
        await Eventually.Is("the poison is set aside", 1u, async () => await Broker.CountAsync($"{OnCounted.Queue}_error") ?? 0);
        Assert.Equal(0, await CountAsync("select count(*) from effect where lane = 'poison'"));
        Assert.Equal(1, await CountAsync("select count(*) from inbox_message"));
        var errors = await Broker.DescribeAsync($"{OnCounted.Queue}_error");
        Assert.True(errors["durable"]!.GetValue<bool>());
    }

    [Fact]
    public async Task A_message_in_the_works_is_not_lost_when_the_service_stops()
    {
        var entered = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using (var stopping = await TestService.ReaderAsync(Database.ConnectionString, Broker.Address))
        {
            await stopping.ReadyAsync();
            stopping.Script.Run = async context =>
            {
                entered.TrySetResult();
                await Task.Delay(TimeSpan.FromSeconds(1), context.CancellationToken);
            };
            await PublishAsync(stopping, "held", Guid.CreateVersion7());
            await entered.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
            await stopping.StopAsync();
        }

        await using var next = await TestService.ReaderAsync(Database.ConnectionString, Broker.Address);
        await next.ReadyAsync();
        await PublishAsync(next, "after", Guid.CreateVersion7());

        await Eventually.Is("both are handled once", 2, EffectsAsync);
        Assert.Equal(1, await CountAsync("select count(*) from effect where lane = 'held'"));
    }

    [Fact]
    public async Task What_a_consumer_publishes_goes_out_with_its_effect()
    {
        await using var recording = await RecordAsync();
        await using var reader = await TestService.ReaderAsync(Database.ConnectionString, Broker.Address);
        await reader.ReadyAsync();
        reader.Script.Run = context =>
        {
            if (context.Message.CounterId == "cause")
                TestService.ContextOf(context).Publish(new Counted { CounterId = "consequence", AggregateVersion = 1 }, "consequence");
            return Task.CompletedTask;
        };

        await PublishAsync(reader, "cause", Guid.CreateVersion7());

        await Eventually.Is("cause and consequence arrive", 2, () => Task.FromResult(recording.Messages.Count));
        await Eventually.Is("both had their effect", 2, EffectsAsync);
    }

    private static Task PublishAsync(TestService service, string counter, Guid id) =>
        service.Bus.Publish(
            new Counted { CounterId = counter, AggregateVersion = 1 },
            Pipe.Execute<PublishContext>(context => context.MessageId = id),
            TestContext.Current.CancellationToken);
}
