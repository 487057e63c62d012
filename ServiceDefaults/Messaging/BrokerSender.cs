using RabbitMQ.Client.Exceptions;

namespace Regio.ServiceDefaults.Messaging;

/// <summary>
/// Sends on a connection of its own. When anything but the message itself is in the way, the connection is given up and
/// the next message opens a fresh one: nothing is repaired, so nothing can get stuck in a repair.
/// </summary>
internal sealed class BrokerSender(BrokerAddress address, ReaderTopology topology) : IMessageSender, IDisposable
{
    private readonly SemaphoreSlim _opening = new(1);
    private SendingConnection? _current;

    public async Task SendAsync(OutgoingMessage message, CancellationToken ct)
    {
        var connection = Volatile.Read(ref _current) is { IsOpen: true } open ? open : await OpenAsync(ct);
        try
        {
            await connection.SendAsync(message, ct);
        }
        catch (Exception exception) when (exception is not (MessageReturnedException or PublishException))
        {
            GiveUp(connection);
            throw;
        }
    }

    public void Dispose()
    {
        Interlocked.Exchange(ref _current, null)?.Abandon();
        _opening.Dispose();
    }

    private async Task<SendingConnection> OpenAsync(CancellationToken ct)
    {
        await _opening.WaitAsync(ct);
        try
        {
            if (Volatile.Read(ref _current) is { } found)
            {
                if (found.IsOpen)
                    return found;
                GiveUp(found);
            }

            var opened = await SendingConnection.OpenAsync(address, topology, ct);
            Volatile.Write(ref _current, opened);
            return opened;
        }
        finally
        {
            _opening.Release();
        }
    }

    private void GiveUp(SendingConnection connection)
    {
        // Many fail together; only the first of them finds it here.
        if (Interlocked.CompareExchange(ref _current, null, connection) == connection)
            connection.Abandon();
    }
}
