using Microsoft.Extensions.Configuration;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace Regio.ServiceDefaults.Messaging;

/// <summary>Where the broker is, from the connection string "bus", and how this suite connects to it.</summary>
internal sealed class BrokerAddress(IConfiguration configuration)
{
    public const string Name = "bus";

    // No recovery by the library: whoever finds a connection broken opens a new one, so that nothing waits for a repair.
    public ConnectionFactory Factory { get; } = new()
    {
        Uri = new Uri(configuration.GetConnectionString(Name)
            ?? throw new InvalidOperationException($"ConnectionStrings:{Name} is not set.")),
        AutomaticRecoveryEnabled = false,
        RequestedHeartbeat = TimeSpan.FromSeconds(10),
        RequestedConnectionTimeout = TimeSpan.FromSeconds(5),
        HandshakeContinuationTimeout = TimeSpan.FromSeconds(5),
        ContinuationTimeout = TimeSpan.FromSeconds(10),
    };

    public Task<IConnection> ConnectAsync(string purpose, CancellationToken ct) => Factory.CreateConnectionAsync(purpose, ct);

    /// <summary>
    /// Ends a connection without waiting for it: the library can hang for good when it closes one whose broker is gone.
    /// </summary>
    public static void Abandon(IConnection connection) => _ = Task.Run(async () =>
    {
        try
        {
            await connection.AbortAsync(TimeSpan.FromSeconds(2));
            await connection.DisposeAsync();
        }
        catch (Exception exception) when (BrokerFaults.IsOutage(exception))
        {
            // It was broken before.
        }
    });
}

/// <summary>
/// A connection of our own to look at the broker with: whether it is there, which the bus only tells a service that
/// consumes, and what its queues hold.
/// </summary>
internal sealed class BrokerConnection(BrokerAddress address) : IDisposable
{
    private static readonly TimeSpan LongestAnswer = TimeSpan.FromSeconds(15);

    private readonly SemaphoreSlim _opening = new(1);
    private IConnection? _connection;

    public async Task<IConnection> OpenAsync(CancellationToken ct)
    {
        await _opening.WaitAsync(ct);
        try
        {
            if (_connection is { IsOpen: true } open)
                return open;
            if (_connection is not null)
                BrokerAddress.Abandon(_connection);
            _connection = null;
            return _connection = await address.ConnectAsync("health", ct);
        }
        finally
        {
            _opening.Release();
        }
    }

    /// <summary>What the broker says of a queue; null when it has none of that name.</summary>
    /// <exception cref="TimeoutException">There is no answer, or the library does not come back with it.</exception>
    public Task<QueueDeclareOk?> FindQueueAsync(string queue, CancellationToken ct) => AskForAsync(queue, ct).WaitAsync(LongestAnswer, ct);

    public void Dispose()
    {
        if (_connection is not null)
            BrokerAddress.Abandon(_connection);
        _opening.Dispose();
    }

    private async Task<QueueDeclareOk?> AskForAsync(string queue, CancellationToken ct)
    {
        var connection = await OpenAsync(ct);
        // A question about a queue that does not exist costs the channel.
        await using var channel = await connection.CreateChannelAsync(cancellationToken: ct);
        try
        {
            return await channel.QueueDeclarePassiveAsync(queue, ct);
        }
        catch (OperationInterruptedException missing) when (missing.ShutdownReason?.ReplyCode == Constants.NotFound)
        {
            return null;
        }
    }
}
