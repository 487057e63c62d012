using RabbitMQ.Client;

namespace Regio.ServiceDefaults.Messaging;

/// <summary>Sees to it that the exchange of a message and the queues of its known readers exist before anything is sent to them.</summary>
internal sealed class ReaderTopology(IEnumerable<KnownReader> readers)
{
    private readonly ILookup<Type, KnownReader> _readers = readers.ToLookup(reader => reader.MessageType);

    public bool HasReaders(Type messageType) => _readers.Contains(messageType);

    public async Task DeclareAsync(IConnection connection, Type messageType, string exchange, CancellationToken ct)
    {
        // A channel of its own: the broker closes it when it refuses a declaration.
        await using var channel = await connection.CreateChannelAsync(cancellationToken: ct);
        await channel.ExchangeDeclareAsync(exchange, ExchangeType.Fanout, durable: true, cancellationToken: ct);
        foreach (var reader in _readers[messageType])
            await QueueShape.DeclareAsync(channel, exchange, reader.Queue, ct);
    }
}
