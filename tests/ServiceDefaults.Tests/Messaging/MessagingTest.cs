using RabbitMQ.Client;
using Regio.Testing;

namespace Regio.ServiceDefaults.Tests.Messaging;

/// <summary>A database and a virtual host for each test.</summary>
public abstract class MessagingTest(TestServers servers) : IAsyncLifetime
{
    protected TestDatabase Database { get; private set; } = null!;

    protected TestBroker Broker { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Database = await servers.CreateDatabaseAsync();
        Broker = await servers.CreateBrokerAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Broker.DisposeAsync();
        await Database.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected Task<long> EffectsAsync() => CountAsync("select count(*) from effect");

    protected async Task<long> CountAsync(string sql) => await Database.ScalarAsync<long>(sql);

    /// <summary>Reads what the broker gives out, in its order, without the library in between.</summary>
    private protected async Task<Recording> RecordAsync()
    {
        var channel = await Broker.OpenChannelAsync();
        const string exchange = "Regio.ServiceDefaults.Tests.Messaging:Counted";
        await channel.ExchangeDeclareAsync(exchange, ExchangeType.Fanout, durable: true);
        var queue = await channel.QueueDeclareAsync("recording", durable: true, exclusive: false, autoDelete: false);
        await channel.QueueBindAsync(queue.QueueName, exchange, routingKey: "");
        var recording = new Recording(channel);
        await recording.StartAsync(queue.QueueName);
        return recording;
    }
}
