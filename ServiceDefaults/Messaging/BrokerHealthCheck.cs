using Microsoft.Extensions.Diagnostics.HealthChecks;
using RabbitMQ.Client.Exceptions;

namespace Regio.ServiceDefaults.Messaging;

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
