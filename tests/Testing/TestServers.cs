using Microsoft.EntityFrameworkCore;
using Regio.ServiceDefaults.Persistence;
using Regio.Testing.Migrations;
using Xunit;

namespace Regio.Testing;

/// <summary>
/// One PostgreSQL cluster and one RabbitMQ broker for all tests of a process (an assembly fixture).
/// The variables REGIO_TEST_POSTGRES (connection string of an administrator), REGIO_TEST_RABBITMQ (amqp address) and
/// REGIO_TEST_RABBITMQ_MANAGEMENT (http address with credentials) name servers to use instead; all three or none.
/// </summary>
public sealed class TestServers : IAsyncLifetime
{
    private LocalServers? _local;
    private Uri? _broker;
    private Uri? _management;

    /// <summary>Connection string of an administrator.</summary>
    public string Postgres { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        if (Environment.GetEnvironmentVariable("REGIO_TEST_POSTGRES") is { Length: > 0 } postgres)
        {
            Postgres = postgres;
            _broker = Given("REGIO_TEST_RABBITMQ");
            _management = Given("REGIO_TEST_RABBITMQ_MANAGEMENT");
            return;
        }

        _local = await LocalServers.BothAsync();
        (Postgres, _broker, _management) = (_local.Postgres, _local.Broker, _local.Management);
    }

    /// <summary>An empty database.</summary>
    public Task<TestDatabase> CreateDatabaseAsync() => TestDatabase.CreateAsync(Postgres);

    /// <summary>A copy of a database that is migrated once for the whole run.</summary>
    /// <param name="template">Name of the template, such as that of the service.</param>
    /// <param name="migrate">Migrates the template, given its connection string.</param>
    public Task<TestDatabase> CreateDatabaseAsync(string template, Func<string, Task> migrate) =>
        TestDatabase.FromTemplateAsync(Postgres, template, migrate);

    /// <summary>A database with the schema of a service, whose migrations run once for the whole run: a service that starts on it finds it up to date.</summary>
    /// <typeparam name="TContext">The context of the service.</typeparam>
    public Task<TestDatabase> CreateDatabaseAsync<TContext>()
        where TContext : ServiceDbContext =>
        CreateDatabaseAsync(typeof(TContext).Name.ToLowerInvariant(), async connectionString =>
        {
            await using var db = (TContext)Activator.CreateInstance(typeof(TContext), MigrationOptions.Of<TContext>(connectionString))!;
            await db.Database.MigrateAsync();
        });

    /// <summary>A virtual host of its own.</summary>
    public Task<TestBroker> CreateBrokerAsync() => TestBroker.CreateAsync(_broker!, _management!);

    public async ValueTask DisposeAsync()
    {
        if (_local is not null)
            await _local.DisposeAsync();
    }

    private static Uri Given(string variable) =>
        new(Environment.GetEnvironmentVariable(variable)
            ?? throw new InvalidOperationException($"REGIO_TEST_POSTGRES is set, so {variable} must be set too."));
}
