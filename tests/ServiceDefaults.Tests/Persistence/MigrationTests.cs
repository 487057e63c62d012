using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Npgsql;
using Regio.ServiceDefaults.Hosting;
using Regio.ServiceDefaults.Persistence;
using Regio.Testing;

namespace Regio.ServiceDefaults.Tests.Persistence;

public sealed class MigrationTests(TestServers servers) : PersistenceTest(servers)
{
    private readonly TestServers _servers = servers;

    [Fact]
    public async Task Replicas_that_start_at_once_migrate_and_load_one_after_another()
    {
        await using var database = await _servers.CreateDatabaseAsync();
        var loads = new Loads();
        var hosts = Enumerable.Range(0, 4).Select(_ => Build(database.ConnectionString, Loading(loads))).ToList();

        await Task.WhenAll(hosts.Select(host => host.StartAsync(TestContext.Current.CancellationToken)));
        foreach (var host in hosts)
            await Eventually.Is("the replica is ready", HealthStatus.Healthy, () => HealthAsync(host));

        Assert.Equal(4, loads.Count);
        Assert.False(loads.Overlapped);
        Assert.Equal(1, await database.ScalarAsync<long>("select count(*) from schema_migration"));
        Assert.Equal(1, await database.ScalarAsync<long>("select count(*) from counter"));
        await StopAsync(hosts);
    }

    [Fact]
    public async Task A_database_that_does_not_exist_is_created_also_by_two_at_once()
    {
        await using var database = TestDatabase.Missing(_servers.Postgres);
        var hosts = Enumerable.Range(0, 2).Select(_ => Build(database.ConnectionString)).ToList();

        await Task.WhenAll(hosts.Select(host => host.Services.GetRequiredService<IDatabaseMigration>().MigrateAsync(TestContext.Current.CancellationToken)));

        Assert.Equal(1, await database.ScalarAsync<long>("select count(*) from schema_migration"));
        await StopAsync(hosts);
    }

    [Fact]
    public async Task A_service_waits_for_a_server_that_starts_late_and_is_not_ready_before()
    {
        var port = FreePort();
        var address = new NpgsqlConnectionStringBuilder
        {
            Host = "127.0.0.1", Port = port, Username = "late", Password = "late", Database = "testdb",
        };
        using var host = Build(address.ConnectionString);
        await host.StartAsync(TestContext.Current.CancellationToken);
        Assert.Equal(HealthStatus.Unhealthy, await HealthAsync(host));

        await using var server = await LocalServers.PostgresAtAsync(port, "late", "late");

        await Eventually.Is("the service is ready", HealthStatus.Healthy, () => HealthAsync(host));
        await host.StopAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_migration_that_fails_ends_the_service()
    {
        await using var database = await _servers.CreateDatabaseAsync();
        await database.ExecuteAsync("create table counter (in_the_way int)");
        using var host = Build(database.ConnectionString);
        var lifetime = host.Services.GetRequiredService<IHostApplicationLifetime>();

        await host.StartAsync(TestContext.Current.CancellationToken);

        await Eventually.Holds("the service ends", () => Task.FromResult(lifetime.ApplicationStopping.IsCancellationRequested));
        Assert.Equal(HealthStatus.Unhealthy, await HealthAsync(host));
    }

    [Fact]
    public async Task Names_are_snake_case_and_enums_are_text()
    {
        await using var scope = Host.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TestDbContext>();
        db.Counters.Add(new Counter { CounterId = "a", Colour = Colour.DarkBlue });
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);

        Assert.Equal("DarkBlue", await Database.ScalarAsync<string>("select colour from counter where counter_id = 'a'"));
        Assert.Equal(0, await Database.ScalarAsync<long>(
            "select count(*) from information_schema.columns where table_schema = 'public' and table_name <> 'schema_migration' and column_name ~ '[A-Z]'"));
    }

    private static Action<IServiceCollection> Loading(Loads loads) =>
        services => services.AddSingleton(loads).AddScoped<IReferenceDataLoader<TestDbContext>, Loader>();

    private static async Task StopAsync(IEnumerable<IHost> hosts)
    {
        foreach (var host in hosts)
        {
            await host.StopAsync();
            host.Dispose();
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, port: 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private sealed class Loads
    {
        private int _running;
        private int _count;

        public int Count => _count;

        public bool Overlapped { get; private set; }

        public void Enter()
        {
            Interlocked.Increment(ref _count);
            Overlapped |= Interlocked.Increment(ref _running) > 1;
        }

        public void Leave() => Interlocked.Decrement(ref _running);
    }

    private sealed class Loader(Loads loads) : IReferenceDataLoader<TestDbContext>
    {
        public async Task LoadAsync(TestDbContext db, CancellationToken ct)
        {
            loads.Enter();
            if (await db.Counters.FindAsync(["reference"], ct) is null)
                db.Counters.Add(new Counter { CounterId = "reference" });
            await db.SaveChangesAsync(ct);
            loads.Leave();
        }
    }
}
