using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Regio.ServiceDefaults.Messaging.History;
using Regio.Testing;

namespace Regio.ServiceDefaults.Tests.Messaging;

/// <summary>What a service published can be read again from the first event on.</summary>
public sealed class HistoryTests(TestServers servers) : MessagingTest(servers)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Events_are_read_in_order_page_by_page_and_commands_are_not()
    {
        await using var service = await TestService.WriterAsync(Database.ConnectionString, Broker.Address);
        await service.ReadyAsync();
        for (var i = 0; i < EventHistory.PageSize + 5; i++)
            await service.CountAsync("counter");
        await service.InScopeAsync(async db =>
        {
            db.Publish(new DoCount { CounterId = "counter" }, "counter");
            await db.SaveChangesAsync(Cancellation);
        });

        var events = await ReadAsync(service, after: 0);

        Assert.Equal(Enumerable.Range(1, EventHistory.PageSize + 5), events.Select(e => (int)PublishedEvent.Read<Counted>(e.Body).AggregateVersion));
        Assert.All(events, e => Assert.Equal(PublishedEvent.NameOf<Counted>(), e.EventType));
        Assert.Equal([1.10m, 2.125m], PublishedEvent.Read<Counted>(events[0].Body).Weights);
    }

    [Fact]
    public async Task Reading_on_gives_what_came_after_and_only_the_types_that_are_wanted()
    {
        await using var service = await TestService.WriterAsync(Database.ConnectionString, Broker.Address);
        await service.ReadyAsync();
        await service.CountAsync("counter");
        var first = Assert.Single(await ReadAsync(service, after: 0));
        await service.CountAsync("counter");

        Assert.Equal(2, PublishedEvent.Read<Counted>(Assert.Single(await ReadAsync(service, first.Position)).Body).AggregateVersion);
        Assert.Equal(2, (await ReadAsync(service, 0, PublishedEvent.NameOf<Counted>())).Count);
        Assert.Empty(await ReadAsync(service, 0, PublishedEvent.NameOf<DoCount>()));
    }

    [Fact]
    public async Task The_end_waits_for_a_transaction_that_wrote_earlier_and_is_still_open()
    {
        await using var service = await TestService.WriterAsync(Database.ConnectionString, Broker.Address);
        await service.ReadyAsync();
        var history = service.Services.GetRequiredService<EventHistory>();
        Task<long>? end = null;
        await service.InScopeAsync(async db =>
        {
            await using var transaction = await db.Database.BeginTransactionAsync(Cancellation);
            await TestService.CountAsync(db, "slow");
            await db.SaveChangesAsync(Cancellation);
            await service.CountAsync("fast");

            end = UntilGivenAsync(history);
            await Eventually.Is("the reader waits for the lock", 1L, () => CountAsync(
                "select count(*) from pg_locks where not granted and mode = 'ShareLock' and database = (select oid from pg_database where datname = current_database())"));
            await transaction.CommitAsync(Cancellation);
        });

        var position = await end!;
        var lanes = (await ReadAsync(service, 0, position)).Select(e => PublishedEvent.Read<Counted>(e.Body).CounterId);
        Assert.Equal(["slow", "fast"], lanes);
    }

    [Fact]
    public async Task A_transaction_that_does_not_end_is_not_waited_for_without_limit()
    {
        await using var service = await TestService.WriterAsync(Database.ConnectionString, Broker.Address);
        await service.ReadyAsync();
        await service.InScopeAsync(async db =>
        {
            await using var transaction = await db.Database.BeginTransactionAsync(Cancellation);
            await TestService.CountAsync(db, "stuck");
            await db.SaveChangesAsync(Cancellation);

            var refused = await Assert.ThrowsAsync<PostgresException>(() => service.Services.GetRequiredService<EventHistory>().EndAsync(Cancellation));

            Assert.Equal((PostgresErrorCodes.LockNotAvailable, true), (refused.SqlState, refused.IsTransient));
        });
    }

    // On a busy machine the test may look later than the reader has patience.
    private static async Task<long> UntilGivenAsync(EventHistory history)
    {
        while (true)
        {
            try
            {
                return await history.EndAsync(Cancellation);
            }
            catch (PostgresException exception) when (exception.SqlState == PostgresErrorCodes.LockNotAvailable)
            {
                Assert.True(exception.IsTransient);
            }
        }
    }

    private static Task<List<PastEvent>> ReadAsync(TestService service, long after, params string[] types) => ReadAsync(service, after, long.MaxValue, types);

    private static async Task<List<PastEvent>> ReadAsync(TestService service, long after, long end, params string[] types)
    {
        var events = new List<PastEvent>();
        await foreach (var page in service.Services.GetRequiredService<EventHistory>().ReadAsync(after, end, types, Cancellation))
            events.AddRange(page);
        return events;
    }
}

/// <summary>A command: it carries no version.</summary>
public sealed record DoCount
{
    public required string CounterId { get; init; }
}
