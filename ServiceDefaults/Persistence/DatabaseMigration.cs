using System.Net.Sockets;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;
using Regio.ServiceDefaults.Hosting;

namespace Regio.ServiceDefaults.Persistence;

/// <summary>
/// Migrates under an advisory lock, so that of several replicas one does the work and the others find it done.
/// A server that is not there yet is waited for; a migration that fails is an error.
/// </summary>
internal sealed class DatabaseMigration<TContext>(
    IServiceScopeFactory scopes,
    NpgsqlDataSource dataSource,
    DatabaseState state,
    TimeProvider time,
    ILogger<DatabaseMigration<TContext>> logger) : IDatabaseMigration
    where TContext : ServiceDbContext
{
    private const long LockKey = 0x5245_4749_4F01;
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(2);

    public async Task MigrateAsync(CancellationToken ct)
    {
        var pause = TimeSpan.FromMilliseconds(100);
        while (true)
        {
            try
            {
                await MigrateUnderLockAsync(ct);
                state.MarkMigrated();
                return;
            }
            catch (Exception exception) when (IsAway(exception))
            {
                logger.LogWarning("The database is not there yet, trying again in {Pause}: {Reason}", pause, exception.Message);
                await Task.Delay(pause, time, ct);
                pause = TimeSpan.FromTicks(Math.Min(pause.Ticks * 2, LongestPause.Ticks));
            }
        }
    }

    private async Task MigrateUnderLockAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TContext>();
        await CreateWhenMissingAsync(db, ct);

        // The lock lives as long as this connection, also when the process is killed.
        await using var connection = await dataSource.OpenConnectionAsync(ct);
        await using var acquire = new NpgsqlCommand("select pg_advisory_lock($1)", connection) { CommandTimeout = 0 };
        acquire.Parameters.Add(new NpgsqlParameter<long> { TypedValue = LockKey });
        await acquire.ExecuteNonQueryAsync(ct);
        try
        {
            // Else the library looks for its table, does not find it, and logs that as an error.
            await db.GetService<IHistoryRepository>().CreateIfNotExistsAsync(ct);
            await db.Database.MigrateAsync(ct);
            foreach (var loader in scope.ServiceProvider.GetServices<IReferenceDataLoader<TContext>>())
                await loader.LoadAsync(db, ct);
        }
        finally
        {
            // A pooled connection outlives its disposal, and so would the lock.
            await using var release = new NpgsqlCommand("select pg_advisory_unlock_all()", connection);
            await release.ExecuteNonQueryAsync(CancellationToken.None);
        }

        logger.LogInformation("The database is up to date");
    }

    private static async Task CreateWhenMissingAsync(TContext db, CancellationToken ct)
    {
        var creator = db.Database.GetService<IRelationalDatabaseCreator>();
        if (await creator.ExistsAsync(ct))
            return;
        try
        {
            await creator.CreateAsync(ct);
        }
        catch (PostgresException exception) when (
            exception.SqlState is PostgresErrorCodes.DuplicateDatabase or PostgresErrorCodes.UniqueViolation)
        {
            // Another replica was faster.
        }
    }

    private static bool IsAway(Exception exception) => DatabaseFaults.IsOutage(exception) || exception is SocketException or TimeoutException;
}

/// <summary>Migrates while the service starts, without holding up its liveness.</summary>
internal sealed class MigrateAtStart(IDatabaseMigration migration) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => migration.MigrateAsync(stoppingToken);
}
