using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Npgsql;

namespace Aspire.Hosting;

internal sealed class PostgresHealthCheck(IResourceWithConnectionString resource) : IHealthCheck
{
    private const int TimeoutSeconds = 5;

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            var connectionString = await resource.GetConnectionStringAsync(cancellationToken);
            await using var connection = new NpgsqlConnection(OneOff(connectionString!, defaultDatabase: "postgres"));
            await connection.OpenAsync(cancellationToken);
            await using var command = new NpgsqlCommand("SELECT 1", connection);
            await command.ExecuteScalarAsync(cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (PostgresException refused) when (refused.SqlState == PostgresErrorCodes.InvalidPassword)
        {
            return HealthCheckResult.Unhealthy("The server refuses the password: its data was made with another one.", refused);
        }
        catch (NpgsqlException problem)
        {
            return HealthCheckResult.Unhealthy(problem.Message, problem);
        }
    }

    /// <summary>Not pooled, since a pooled connection to a server that was restarted is broken, and a look is rare.</summary>
    internal static string OneOff(string connectionString, string defaultDatabase)
    {
        var builder = new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false, Timeout = TimeoutSeconds };
        builder.Database ??= defaultDatabase;
        return builder.ConnectionString;
    }
}
