using System.Collections.Concurrent;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace Regio.ServiceDefaults.Messaging;

/// <summary>One connection for sending, from its opening until something breaks on it; what it has declared goes with it.</summary>
internal sealed class SendingConnection
{
    // The broker works on each channel one thing at a time.
    private const int Channels = 4;

    private readonly IConnection _connection;
    private readonly IChannel[] _channels;
    private readonly ReaderTopology _topology;
    private readonly ConcurrentDictionary<Type, bool> _declared = new();
    private int _turn;

    private SendingConnection(IConnection connection, IChannel[] channels, ReaderTopology topology)
    {
        _connection = connection;
        _channels = channels;
        _topology = topology;
    }

    public bool IsOpen => _connection.IsOpen && Array.TrueForAll(_channels, channel => channel.IsOpen);

    public static async Task<SendingConnection> OpenAsync(BrokerAddress address, ReaderTopology topology, CancellationToken ct)
    {
        // How much is on its way at a time is for the relay to say.
        var options = new CreateChannelOptions(
            publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true, outstandingPublisherConfirmationsRateLimiter: null);
        var connection = await address.ConnectAsync("outbox", ct);
        try
        {
            var channels = new IChannel[Channels];
            for (var number = 0; number < Channels; number++)
                channels[number] = await connection.CreateChannelAsync(options, ct);
            return new SendingConnection(connection, channels, topology);
        }
        catch
        {
            BrokerAddress.Abandon(connection);
            throw;
        }
    }

    public async Task SendAsync(OutgoingMessage message, CancellationToken ct)
    {
        if (!_declared.ContainsKey(message.Type))
        {
            await _topology.DeclareAsync(_connection, message.Type, message.Exchange, ct);
            _declared[message.Type] = true;
        }

        var channel = _channels[(uint)Interlocked.Increment(ref _turn) % Channels];
        try
        {
            await channel.BasicPublishAsync(message.Exchange, routingKey: "", message.Mandatory, message.Properties, message.Body, ct).AsTask().WaitAsync(ct);
        }
        catch (PublishException returned) when (returned.IsReturn)
        {
            _declared.Clear();
            throw new MessageReturnedException(message.Exchange, returned);
        }
    }

    public void Abandon() => BrokerAddress.Abandon(_connection);
}
