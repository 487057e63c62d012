using Regio.ExpertTable.Tests;
using Regio.Municipalities.Persistence;
using Regio.Testing;

[assembly: AssemblyFixture(typeof(Suite))]

namespace Regio.ExpertTable.Tests;

/// <summary>The servers, and the register of municipalities that the expert table asks, for all tests.</summary>
public sealed class Suite : IAsyncLifetime
{
    private readonly TestServers _servers = new();
    private ServiceHost<MunicipalitiesDbContext>? _municipalities;
    private TestDatabase? _database;
    private TestBroker? _broker;

    public TestServers Servers => _servers;

    public string Municipalities => _municipalities!.GrpcAddress.ToString();

    public async ValueTask InitializeAsync()
    {
        await _servers.InitializeAsync();
        _database = await _servers.CreateDatabaseAsync<MunicipalitiesDbContext>();
        _broker = await _servers.CreateBrokerAsync();
        _municipalities = await ServiceHost<MunicipalitiesDbContext>.StartAsync(new Dictionary<string, string?>
        {
            ["ConnectionStrings:municipalitiesdb"] = _database.ConnectionString,
            ["ConnectionStrings:bus"] = _broker.Address.ToString(),
        });
        using var http = _municipalities.CreateHttpClient();
        await Eventually.Holds("the register is ready", async () =>
        {
            using var answer = await http.GetAsync(new Uri("/health", UriKind.Relative));
            return answer.IsSuccessStatusCode;
        });
    }

    public async ValueTask DisposeAsync()
    {
        if (_municipalities is not null)
            await _municipalities.DisposeAsync();
        if (_database is not null)
            await _database.DisposeAsync();
        if (_broker is not null)
            await _broker.DisposeAsync();
        await _servers.DisposeAsync();
    }
}
