using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace Regio.Cli.Replay;

/// <summary>How many messages a queue holds, and the first of them.</summary>
public sealed record SetAside(SetAsideQueue Queue, uint Count, Failure? First);

/// <summary>Looks at messages that were set aside, and moves them back to where they came from.</summary>
public sealed class ErrorQueues : IAsyncDisposable
{
    private readonly IConnection _connection;

    private ErrorQueues(IConnection connection) => _connection = connection;

    /// <summary>Connects to the broker of a connection string.</summary>
    public static async Task<ErrorQueues> OpenAsync(Uri broker, CancellationToken cancellationToken)
    {
        var factory = new ConnectionFactory { Uri = broker, AutomaticRecoveryEnabled = false };
        try
        {
            return new ErrorQueues(await factory.CreateConnectionAsync("replay", cancellationToken));
        }
        catch (BrokerUnreachableException unreachable)
        {
            throw new CommandFailedException($"the broker at {broker.Host}:{broker.Port} cannot be reached: {(unreachable.InnerException ?? unreachable).Message}");
        }
    }

    /// <summary>What one queue holds; null when there is no such queue, which is so until the first message is set aside.</summary>
    public async Task<SetAside?> LookAsync(SetAsideQueue queue, CancellationToken cancellationToken)
    {
        if (await CountAsync(queue.Name, cancellationToken) is not { } count)
            return null;
        if (count == 0)
            return new SetAside(queue, 0, First: null);

        // Not acknowledged, the message goes back to its place when the channel closes.
        await using var channel = await _connection.CreateChannelAsync(cancellationToken: cancellationToken);
        var first = await channel.BasicGetAsync(queue.Name, autoAck: false, cancellationToken);
        return new SetAside(queue, count, first is null ? null : Failure.Of(first.BasicProperties));
    }

    /// <summary>
    /// Moves the messages that a queue holds now, first to last. Each is confirmed in its old place before it is taken
    /// from this one: a crash in between leaves it in both, with the same id, and the reader handles it once.
    /// </summary>
    /// <returns>How many were moved.</returns>
    public async Task<uint> ReplayAsync(SetAsideQueue queue, CancellationToken cancellationToken)
    {
        // Not more than there are now: what fails again at once comes back to this queue.
        var count = await CountAsync(queue.Name, cancellationToken) ?? 0;
        var options = new CreateChannelOptions(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true);
        await using var channel = await _connection.CreateChannelAsync(options, cancellationToken);
        var moved = 0u;
        while (moved < count && await channel.BasicGetAsync(queue.Name, autoAck: false, cancellationToken) is { } message)
        {
            await PutBackAsync(channel, queue, message, cancellationToken);
            moved++;
        }

        return moved;
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync() => _connection.DisposeAsync();

    private static async Task PutBackAsync(IChannel channel, SetAsideQueue queue, BasicGetResult message, CancellationToken cancellationToken)
    {
        try
        {
            await channel.BasicPublishAsync(
                exchange: "", queue.Origin, mandatory: true, Failure.Without(message.BasicProperties), message.Body, cancellationToken);
        }
        catch (PublishException refused)
        {
            throw new CommandFailedException(
                refused.IsReturn ? $"there is no queue {queue.Origin} to move messages back to; they stay in {queue.Name}."
                    : $"the broker did not take a message for {queue.Origin}; it stays in {queue.Name}.");
        }

        await channel.BasicAckAsync(message.DeliveryTag, multiple: false, cancellationToken);
    }

    private async Task<uint?> CountAsync(string queue, CancellationToken cancellationToken)
    {
        await using var channel = await _connection.CreateChannelAsync(cancellationToken: cancellationToken);
        try
        {
            return (await channel.QueueDeclarePassiveAsync(queue, cancellationToken)).MessageCount;
        }
        catch (OperationInterruptedException missing) when (missing.ShutdownReason?.ReplyCode == Constants.NotFound)
        {
            return null;
        }
    }
}
