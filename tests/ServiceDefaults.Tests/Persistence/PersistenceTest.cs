using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Regio.ServiceDefaults.Hosting;
using Regio.ServiceDefaults.Persistence;
using Regio.Testing;

namespace Regio.ServiceDefaults.Tests.Persistence;

/// <summary>A migrated database, and a host that is built upon it but not started.</summary>
public abstract class PersistenceTest(TestServers servers) : IAsyncLifetime
{
    protected TestDatabase Database { get; private set; } = null!;

    protected IHost Host { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Database = await servers.CreateDatabaseAsync("test", MigrateAsync);
        Host = Build(Database.ConnectionString);
    }

    public async ValueTask DisposeAsync()
    {
        Host.Dispose();
        await Database.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    private protected static IHost Build(string connectionString, params (string Key, string Value)[] settings) =>
        Build(connectionString, _ => { }, settings);

    private protected static IHost Build(
        string connectionString, Action<IServiceCollection> configure, params (string Key, string Value)[] settings)
    {
        var builder = Microsoft.Extensions.Hosting.Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Configuration["ConnectionStrings:testdb"] = connectionString;
        foreach (var (key, value) in settings)
            builder.Configuration[key] = value;
        builder.Logging.AddConsole().SetMinimumLevel(LogLevel.Warning);
        builder.AddPersistence<TestDbContext>("testdb");
        configure(builder.Services);
        return builder.Build();
    }

    private protected static async Task<HealthStatus> HealthAsync(IHost host) =>
        (await host.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync(check => check.Tags.Contains("ready"))).Status;

    private static async Task MigrateAsync(string connectionString)
    {
        using var host = Build(connectionString);
        await host.Services.GetRequiredService<IDatabaseMigration>().MigrateAsync(CancellationToken.None);
    }
}
