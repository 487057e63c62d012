using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Npgsql;
using Regio.ServiceDefaults.Messaging;
using Regio.Testing;

namespace Regio.ServiceDefaults.Tests.Messaging;

/// <summary>Each server here belongs to one test, which kills it as a power failure would.</summary>
public sealed class FaultTests(TestServers servers) : MessagingTest(servers)
{
    private const int Lanes = 20;

    // A reader that does not come back by itself is cut off for a while, is noticed, and is started again.
    private static readonly TimeSpan s_reconnection = TimeSpan.FromMinutes(5);

    [Fact]
    public async Task A_broker_killed_in_the_middle_of_a_thousand_writes_loses_and_doubles_nothing()
    {
        await using var own = await LocalServers.BrokerAsync();
        await using var broker = await TestBroker.CreateAsync(own.Broker, own.Management);
        await using var writer = await TestService.StartAsync(
            "writer", Database.ConnectionString, broker.Address, bus => bus.AddKnownReader<Counted>(OnCounted.Queue));
        await using var reader = await SupervisedService.StartAsync(() => TestService.ReaderAsync(
            Database.ConnectionString, broker.Address, ("Readers:LongestCutOff", "00:00:15"), ("Readers:Period", "00:00:01")));
        await writer.ReadyAsync();
        await reader.ReadyAsync();

        var accepted = 0;
        var writing = Parallel.ForAsync(0, 1000, new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (number, _) =>
        {
            await writer.CountAsync($"lane {number % Lanes}");
            Interlocked.Increment(ref accepted);
        });
        foreach (var moment in new[] { Random.Shared.Next(100, 400), Random.Shared.Next(500, 900) })
        {
            await Eventually.Holds("it is time for a kill", () => Task.FromResult(accepted >= moment));
            await own.KillBrokerAsync();
            await Eventually.Is("the bus is seen to be away", HealthStatus.Unhealthy, writer.HealthAsync);
            await Eventually.Is("the bus is back", HealthStatus.Healthy, writer.HealthAsync, s_reconnection);
            await Eventually.Is("the reader is back", HealthStatus.Healthy, reader.HealthAsync, s_reconnection);
        }

        await writing;
        await Eventually.Is("every write had its effect", 1000, EffectsAsync);
        await Eventually.Is("nothing waits", 0, () => CountAsync("select count(*) from outbox_message where sent_at is null"));
        await AssertEachEffectOnceAsync(Database);
        Assert.Equal(1000, accepted);
        Assert.Null(await broker.CountAsync($"{OnCounted.Queue}_error"));
        Assert.Null(await broker.CountAsync($"{OnCounted.Queue}_skipped"));
    }

    [Fact]
    public async Task A_database_killed_in_the_middle_of_writes_loses_and_doubles_nothing()
    {
        await using var own = await LocalServers.DurablePostgresAsync();
        await using var database = await TestDatabase.CreateAsync(own.Postgres);
        await using var service = await TestService.WriterAndReaderAsync(database.ConnectionString, Broker.Address);
        await service.ReadyAsync();

        var accepted = 0;
        var writing = Parallel.ForAsync(0, 500, new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (number, ct) =>
        {
            await InsistAsync(() => service.CountAsync($"lane {number % Lanes}"), ct);
            Interlocked.Increment(ref accepted);
        });
        foreach (var moment in new[] { Random.Shared.Next(50, 200), Random.Shared.Next(250, 450) })
        {
            await Eventually.Holds("it is time for a kill", () => Task.FromResult(accepted >= moment));
            var killed = await StartOfAsync(database);
            await own.KillPostgresAsync();
            // Health is remembered for a moment, longer than a database may be away.
            await Eventually.Holds("the database has started again", async () => await StartOfAsync(database) is { } start && start != killed);
            await Eventually.Is("the service is back", HealthStatus.Healthy, service.HealthAsync);
        }

        await writing;

        // A commit whose confirmation was lost is written again by the caller: more than accepted, yet each once.
        var written = await database.ScalarAsync<decimal>("select sum(version) from counter");
        Assert.InRange(written, accepted, accepted + 8);
        await Eventually.Is("every write had its effect", (long)written, () => database.ScalarAsync<long>("select count(*) from effect"));
        await AssertEachEffectOnceAsync(database);
        Assert.Null(await Broker.CountAsync($"{OnCounted.Queue}_error"));
    }

    [Fact]
    public async Task A_service_starts_without_its_broker_and_sends_once_it_is_there()
    {
        await using var own = await LocalServers.BrokerAsync();
        await using var broker = await TestBroker.CreateAsync(own.Broker, own.Management);
        await own.KillBrokerAsync();
        await using var service = await TestService.WriterAndReaderAsync(Database.ConnectionString, broker.Address);
        await Eventually.Is("the database is migrated", 1, () => CountAsync("select count(*) from information_schema.tables where table_name = 'counter'"));

        await service.CountAsync("early");
        Assert.Equal(HealthStatus.Unhealthy, await service.HealthAsync());

        await Eventually.Is("the service is ready", HealthStatus.Healthy, service.HealthAsync);
        await Eventually.Is("the write had its effect", 1, EffectsAsync);
    }

    [Fact]
    public async Task A_relay_that_dies_between_sending_and_noting_it_sends_again_with_one_effect()
    {
        await using var recording = await RecordAsync();
        var cut = 0;
        await using var service = await TestService.StartAsync("reader", Database.ConnectionString, Broker.Address, bus =>
        {
            bus.AddConsumer<OnCounted, OnCountedDefinition>();
            bus.SendThrough(async (_, send) =>
            {
                await send();
                if (Interlocked.Exchange(ref cut, 1) == 0)
                    await CutTheRelayOffAsync();
            });
        });
        await service.ReadyAsync();

        await service.CountAsync("twice");

        await Eventually.Is("it is sent twice", 2, () => Task.FromResult(recording.Messages.Count));
        Assert.Equal(recording.Messages[0].MessageId, recording.Messages[1].MessageId);
        await Eventually.Is("nothing waits", 0, () => CountAsync("select count(*) from outbox_message where sent_at is null"));
        await Eventually.Is("both are dealt with", 0u, async () => await Broker.CountAsync(OnCounted.Queue) ?? 0);
        // The queue counts what is not handed out yet, so the last delivery may still be at work.
        await Eventually.Is("it had its effect", 1, EffectsAsync);
        await AssertEachEffectOnceAsync(Database);
    }

    private static async Task AssertEachEffectOnceAsync(TestDatabase database)
    {
        Assert.Equal(0, await database.ScalarAsync<long>("select count(*) from (select 1 from effect group by lane, version having count(*) > 1) as doubled"));
        Assert.Equal(0, await database.ScalarAsync<long>(
            "select count(*) from counter where version <> (select count(*) from effect where lane = counter_id and effect.version <= counter.version)"));
    }

    private static async Task InsistAsync(Func<Task> write, CancellationToken ct)
    {
        while (true)
        {
            try
            {
                await write();
                return;
            }
            catch (Exception exception) when (exception is NpgsqlException or DbUpdateException or InvalidOperationException)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(50), ct);
            }
        }
    }

    private static async Task<DateTime?> StartOfAsync(TestDatabase database)
    {
        try
        {
            return await database.ScalarAsync<DateTime>("select pg_postmaster_start_time()");
        }
        catch (NpgsqlException)
        {
            return null;
        }
    }

    /// <summary>Ends the connection whose transaction would note what was sent.</summary>
    private Task CutTheRelayOffAsync() => Database.ExecuteAsync(
        "select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and database = (select oid from pg_database where datname = current_database())");
}
