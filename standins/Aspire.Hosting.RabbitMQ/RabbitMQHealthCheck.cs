using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace Aspire.Hosting;

/// <summary>
/// Logs in with the credentials that services get: an open port alone does not say that the broker has booted. While it makes
/// its tables for the first time nobody may rely on it, since what is killed then begins anew.
/// </summary>
internal sealed class RabbitMQHealthCheck(RabbitMQServerResource broker, RabbitMQRecipe recipe) : IHealthCheck
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(5);

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            var factory = new ConnectionFactory
            {
                Uri = new Uri((await broker.ConnectionStringExpression.GetValueAsync(cancellationToken))!),
                AutomaticRecoveryEnabled = false,
                RequestedConnectionTimeout = Timeout,
                ContinuationTimeout = Timeout,
            };
            await using var connection = await factory.CreateConnectionAsync("health check", cancellationToken);
            await connection.CloseAsync(cancellationToken);
            return recipe.IsMakingTables
                ? HealthCheckResult.Unhealthy("It makes its tables for the first time.")
                : HealthCheckResult.Healthy();
        }
        catch (BrokerUnreachableException problem)
        {
            return HealthCheckResult.Unhealthy(problem.InnerException?.Message ?? problem.Message, problem);
        }
        catch (RabbitMQClientException problem)
        {
            return HealthCheckResult.Unhealthy(problem.Message, problem);
        }
    }
}
