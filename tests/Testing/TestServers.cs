using Xunit;

namespace Regio.Testing;

/// <summary>
/// One PostgreSQL cluster and one RabbitMQ broker for all tests of a process (an assembly fixture).
/// The variables REGIO_TEST_POSTGRES, REGIO_TEST_RABBITMQ and REGIO_TEST_RABBITMQ_MANAGEMENT name servers to use instead.
/// </summary>
public sealed class TestServers : IAsyncLifetime
{
    private string? _postgres;
    private Uri? _broker;
    private Uri? _management;

    public string Postgres => _postgres ?? throw new InvalidOperationException("The servers are not started.");

    public async ValueTask InitializeAsync()
    {
        _postgres = Environment.GetEnvironmentVariable("REGIO_TEST_POSTGRES");
        _broker = new Uri(Environment.GetEnvironmentVariable("REGIO_TEST_RABBITMQ")!);
        _management = new Uri(Environment.GetEnvironmentVariable("REGIO_TEST_RABBITMQ_MANAGEMENT")!);
        await Task.CompletedTask;
    }

    public Task<TestDatabase> CreateDatabaseAsync() => TestDatabase.CreateAsync(Postgres);

    public Task<TestBroker> CreateBrokerAsync() => TestBroker.CreateAsync(_broker!, _management!);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
