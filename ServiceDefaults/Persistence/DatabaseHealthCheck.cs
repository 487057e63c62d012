using Microsoft.Extensions.Diagnostics.HealthChecks;
using Npgsql;

namespace Regio.ServiceDefaults.Persistence;

/// <summary>Ready when the database is migrated and answers.</summary>
internal sealed class DatabaseHealthCheck(NpgsqlDataSource dataSource, DatabaseState state) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (!state.IsMigrated)
            return HealthCheckResult.Unhealthy("The database is not migrated yet.");
        try
        {
            await using var command = dataSource.CreateCommand("select 1");
            await command.ExecuteScalarAsync(cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (NpgsqlException exception)
        {
            return HealthCheckResult.Unhealthy("The database does not answer.", exception);
        }
    }
}
