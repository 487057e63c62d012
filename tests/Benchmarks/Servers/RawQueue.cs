using System.Diagnostics;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;

namespace Regio.Benchmarks.Servers;

/// <summary>A queue of the kind that consumers of the suite have, with a reader, and nothing around it.</summary>
internal sealed class RawQueue : IAsyncDisposable
{
    private static readonly BasicProperties s_persistent = new() { Persistent = true };
    private static readonly ReadOnlyMemory<byte> s_body = new byte[1024];

    private readonly IConnection _connection;
    private readonly IChannel _channel;
    private readonly string _queue = $"benchmark-{Guid.NewGuid():N}";
    private TaskCompletionSource _received = new();

    private RawQueue(IConnection connection, IChannel channel) => (_connection, _channel) = (connection, channel);

    public static async Task<RawQueue> OpenAsync(string address, CancellationToken cancellationToken)
    {
        var connection = await new ConnectionFactory { Uri = new Uri(address) }.CreateConnectionAsync(cancellationToken);
        var raw = new RawQueue(connection, await connection.CreateChannelAsync(cancellationToken: cancellationToken));
        await raw.ListenAsync(cancellationToken);
        return raw;
    }

    /// <summary>Publishes a message of a kilobyte and waits until it comes back.</summary>
    public async Task<TimeSpan> RoundTripAsync(CancellationToken cancellationToken)
    {
        _received = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var started = Stopwatch.GetTimestamp();
        await _channel.BasicPublishAsync("", _queue, mandatory: true, s_persistent, s_body, cancellationToken);
        await _received.Task.WaitAsync(cancellationToken);
        return Stopwatch.GetElapsedTime(started);
    }

    public async ValueTask DisposeAsync()
    {
        await _channel.QueueDeleteAsync(_queue);
        await _channel.DisposeAsync();
        await _connection.DisposeAsync();
    }

    private async Task ListenAsync(CancellationToken cancellationToken)
    {
        var quorum = new Dictionary<string, object?>(StringComparer.Ordinal) { ["x-queue-type"] = "quorum" };
        await _channel.QueueDeclareAsync(_queue, durable: true, exclusive: false, autoDelete: false, quorum, cancellationToken: cancellationToken);
        var consumer = new AsyncEventingBasicConsumer(_channel);
        consumer.ReceivedAsync += async (_, delivery) =>
        {
            _received.TrySetResult();
            await _channel.BasicAckAsync(delivery.DeliveryTag, multiple: false, cancellationToken);
        };
        await _channel.BasicConsumeAsync(_queue, autoAck: false, consumer, cancellationToken);
    }
}
