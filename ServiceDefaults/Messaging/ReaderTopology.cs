using System.Collections.Concurrent;
using MassTransit;

namespace Regio.ServiceDefaults.Messaging;

/// <summary>Sees to it that the queues of known readers exist before anything is sent to them.</summary>
internal sealed class ReaderTopology(IBus bus, BrokerConnection broker, IEnumerable<KnownReader> readers)
{
    private readonly ILookup<Type, KnownReader> _readers = readers.ToLookup(reader => reader.MessageType);
    private readonly ConcurrentDictionary<Type, bool> _declared = new();

    public bool HasReaders(Type messageType) => _readers.Contains(messageType);

    public async Task DeclareAsync(Type messageType, CancellationToken ct)
    {
        if (!HasReaders(messageType) || _declared.ContainsKey(messageType))
            return;
        var connection = await broker.OpenAsync(ct);
        await using var channel = await connection.CreateChannelAsync(cancellationToken: ct);
        foreach (var reader in _readers[messageType])
            await QueueShape.DeclareAsync(channel, reader.Exchange(bus), reader.Queue, ct);
        _declared[messageType] = true;
    }

    /// <summary>To be called when a queue may be gone: after a return, and when the broker was away.</summary>
    public void Forget() => _declared.Clear();
}
