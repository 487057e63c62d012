using MassTransit;
using Regio.Testing;

namespace Regio.Reporting.Tests.Projection;

/// <summary>A process of the service that is told to stop while it has its hands full.</summary>
public sealed class SigtermTests(TestServers servers) : IAsyncLifetime
{
    private const string Queue = "reporting-on-cost-allocated";
    private const long Many = 800;

    private TestDatabase _database = null!;
    private TestBroker _broker = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _database = await servers.CreateDatabaseAsync();
        _broker = await servers.CreateBrokerAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _broker.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task What_a_stopping_process_had_in_the_works_is_finished_or_handled_by_the_next_one()
    {
        await using var first = new ServiceProcess(_database, _broker);
        await Eventually.Is("it has migrated", 1L, () => _database.ScalarAsync<long>("select count(*) from information_schema.tables where table_name = 'allocation'"));
        await Eventually.Holds("it reads", async () => await _broker.CountAsync(Queue) is not null);
        await PublishAsync();
        await Eventually.Holds("it is in the middle", async () => await AllocationsAsync() >= 20);

        Assert.Equal(0, await first.TerminateAsync(Stop));
        var handled = await AllocationsAsync();
        Assert.InRange(handled, 20, Many - 1);
        Assert.Equal(handled, await _database.ScalarAsync<long>("select count(*) from inbox_message"));

        await using var next = new ServiceProcess(_database, _broker);
        await Eventually.Is("the next one handles the rest", Many, AllocationsAsync);
        Assert.Equal(Many, await _database.ScalarAsync<long>("select sum(allocation_count)::bigint from sharer_set"));
        Assert.Equal(
            await _database.ScalarAsync<decimal>("select sum(amount_cents) from allocation_share"),
            await _database.ScalarAsync<decimal>("select sum(sum_cents) from municipality_total"));
        Assert.Null(await _broker.CountAsync($"{Queue}_error"));
    }

    private Task<long> AllocationsAsync() => _database.ScalarAsync<long>("select count(*) from allocation");

    private async Task PublishAsync()
    {
        var bus = Bus.Factory.CreateUsingRabbitMq(rabbit => rabbit.Host(_broker.Address));
        await bus.StartAsync(Stop);
        await Task.WhenAll(Enumerable.Range(1, (int)Many).Select(number =>
        {
            var id = Guid.CreateVersion7();
            return bus.Publish(
                Drenthe.Allocation(id, "onderweg", 1, (Drenthe.Ids[number % 12], number)),
                Pipe.Execute<PublishContext>(context => context.MessageId = id),
                Stop);
        }));
        await bus.StopAsync(Stop);
    }
}
