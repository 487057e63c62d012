using System.Diagnostics;
using System.Globalization;
using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Regio.Testing;

/// <summary>
/// Servers of this machine, started as the app host starts them, on free ports. One that is killed comes back on the same
/// port with the same data.
/// </summary>
public sealed class LocalServers : IAsyncDisposable
{
    private const string PostgresName = "postgres";
    private const string BrokerName = "bus";

    private readonly DistributedApplication _application;
    private readonly string? _store;

    private LocalServers(DistributedApplication application, string? store)
    {
        _application = application;
        _store = store;
    }

    /// <summary>Connection string of the administrator, when there is a PostgreSQL.</summary>
    public string Postgres { get; private set; } = "";

    /// <summary>Address of the broker, when there is one.</summary>
    public Uri Broker { get; private set; } = new("amqp://none");

    /// <summary>Address of the broker's management, credentials included.</summary>
    public Uri Management { get; private set; } = new("http://none");

    public static Task<LocalServers> BothAsync() => StartAsync(builder =>
    {
        builder.AddPostgres(PostgresName);
        builder.AddRabbitMQ(BrokerName).WithManagementPlugin();
    });

    public static Task<LocalServers> BrokerAsync() =>
        StartAsync(builder => builder.AddRabbitMQ(BrokerName).WithManagementPlugin());

    /// <summary>A PostgreSQL that keeps what it has confirmed, also when it is killed.</summary>
    public static Task<LocalServers> DurablePostgresAsync() =>
        StartAsync(builder => builder.AddPostgres(PostgresName).WithDataVolume());

    public static Task<LocalServers> PostgresAtAsync(int port, string userName, string password) => StartAsync(builder => builder.AddPostgres(
        PostgresName,
        builder.AddParameter("user", userName),
        builder.AddParameter("password", password),
        port));

    public Task KillBrokerAsync() => KillAsync(BrokerName);

    public Task KillPostgresAsync() => KillAsync(PostgresName);

    public async ValueTask DisposeAsync()
    {
        await _application.DisposeAsync();
        if (_store is not null)
            Directory.Delete(_store, recursive: true);
    }

    private static async Task<LocalServers> StartAsync(Action<IDistributedApplicationBuilder> add)
    {
        var store = Directory.CreateTempSubdirectory("regio-servers-").FullName;
        var builder = DistributedApplication.CreateBuilder(new DistributedApplicationOptions { DisableDashboard = true });
        builder.Configuration["Aspire:Store:Path"] = store;
        add(builder);
        var servers = new LocalServers(builder.Build(), store);
        try
        {
            using var timeout = new CancellationTokenSource(TimeSpan.FromMinutes(2));
            await servers._application.StartAsync(timeout.Token);
            await servers.FindAsync(timeout.Token);
            return servers;
        }
        catch (OperationCanceledException exception)
        {
            var said = await servers.LogAsync();
            await servers.DisposeAsync();
            throw new TimeoutException($"The servers did not become healthy. They said:{Environment.NewLine}{said}", exception);
        }
        catch
        {
            await servers.DisposeAsync();
            throw;
        }
    }

    private async Task FindAsync(CancellationToken ct)
    {
        var model = _application.Services.GetRequiredService<DistributedApplicationModel>();
        foreach (var resource in model.Resources.OfType<IResourceWithConnectionString>())
        {
            await Notifications.WaitForResourceHealthyAsync(resource.Name, ct);
            var address = await resource.GetConnectionStringAsync(ct);
            if (resource is RabbitMQServerResource broker)
            {
                Broker = new Uri(address!);
                Management = new UriBuilder(new EndpointReference(broker, "management").Url)
                {
                    UserName = Broker.UserInfo.Split(':')[0],
                    Password = Broker.UserInfo.Split(':')[1],
                }.Uri;
            }
            else
            {
                Postgres = new NpgsqlConnectionStringBuilder(address) { Database = "postgres" }.ConnectionString;
            }
        }
    }

    // Each server leads a process group of its own, and with -9 none of it gets the chance to tidy up.
    private async Task KillAsync(string name)
    {
        Notifications.TryGetCurrentState(name, out var state);
        var processId = state!.Snapshot.Properties.Single(property => property.Name == "executable.pid").Value!;
        using var kill = Process.Start("kill", ["-KILL", "--", string.Create(CultureInfo.InvariantCulture, $"-{processId}")]);
        await kill.WaitForExitAsync();
    }

    private async Task<string> LogAsync()
    {
        var logs = Directory.GetFiles(_store!, "*.log", SearchOption.AllDirectories);
        var texts = await Task.WhenAll(logs.Select(async log => $"{Path.GetFileName(log)}: {await File.ReadAllTextAsync(log)}"));
        return string.Join(Environment.NewLine, texts);
    }

    private ResourceNotificationService Notifications => _application.Services.GetRequiredService<ResourceNotificationService>();
}
