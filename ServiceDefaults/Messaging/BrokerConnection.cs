using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace Regio.ServiceDefaults.Messaging;

/// <summary>
/// Where the broker is, from the connection string "bus", and a connection of our own to it: to declare the queues of
/// readers, and to know whether the broker is there, which the library only tells a service that consumes.
/// </summary>
internal sealed class BrokerConnection(IConfiguration configuration) : IAsyncDisposable
{
    public const string Name = "bus";

    private readonly SemaphoreSlim _opening = new(1);
    private IConnection? _connection;

    // No recovery: whoever finds it closed opens a new one.
    public ConnectionFactory Factory { get; } = new()
    {
        Uri = new Uri(configuration.GetConnectionString(Name)
            ?? throw new InvalidOperationException($"ConnectionStrings:{Name} is not set.")),
        AutomaticRecoveryEnabled = false,
        RequestedHeartbeat = TimeSpan.FromSeconds(10),
        ClientProvidedName = "topology and health",
    };

    public async Task<IConnection> OpenAsync(CancellationToken ct)
    {
        await _opening.WaitAsync(ct);
        try
        {
            if (_connection is { IsOpen: true } open)
                return open;
            if (_connection is not null)
                await _connection.DisposeAsync();
            _connection = null;
            return _connection = await Factory.CreateConnectionAsync(ct);
        }
        finally
        {
            _opening.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_connection is not null)
            await _connection.DisposeAsync();
        _opening.Dispose();
    }
}

/// <summary>Ready when the broker answers.</summary>
internal sealed class BrokerHealthCheck(BrokerConnection broker) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            var connection = await broker.OpenAsync(cancellationToken);
            await using var channel = await connection.CreateChannelAsync(cancellationToken: cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (Exception exception) when (exception is RabbitMQClientException || BrokerFaults.IsOutage(exception))
        {
            return HealthCheckResult.Unhealthy("The broker does not answer.", exception);
        }
    }
}
