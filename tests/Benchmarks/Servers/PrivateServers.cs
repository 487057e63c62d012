using System.Globalization;
using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.DependencyInjection;

namespace Regio.Benchmarks.Servers;

/// <summary>A PostgreSQL cluster and a broker for this run alone, started as the app host starts them.</summary>
internal sealed class PrivateServers : IAsyncDisposable
{
    private readonly DistributedApplication _app;

    private PrivateServers(DistributedApplication app) => _app = app;

    /// <summary>Connection string of the database of the service.</summary>
    public required string Database { get; init; }

    public required string Bus { get; init; }

    public static async Task<PrivateServers> StartAsync(CancellationToken cancellationToken)
    {
        var builder = DistributedApplication.CreateBuilder(
            new DistributedApplicationOptions { Args = ["--Logging:LogLevel:Default=Warning"], DisableDashboard = true });
        var postgres = builder.AddPostgres("postgres");
        var database = postgres.AddDatabase("municipalitiesdb");
        var bus = builder.AddRabbitMQ("bus");
        var app = builder.Build();
        await app.StartAsync(cancellationToken);
        foreach (var resource in new[] { postgres.Resource.Name, database.Resource.Name, bus.Resource.Name })
            await app.ResourceNotifications.WaitForResourceHealthyAsync(resource, cancellationToken);
        return new PrivateServers(app)
        {
            Database = await AddressAsync(database.Resource, cancellationToken),
            Bus = await AddressAsync(bus.Resource, cancellationToken),
        };
    }

    /// <summary>What the database server says from now on.</summary>
    public IAsyncEnumerable<IReadOnlyList<LogLine>> DatabaseLog() =>
        _app.Services.GetRequiredService<ResourceLoggerService>().WatchAsync("postgres");

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    private static async Task<string> AddressAsync(IResourceWithConnectionString resource, CancellationToken cancellationToken) =>
        await resource.ConnectionStringExpression.GetValueAsync(cancellationToken)
        ?? throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"{resource.Name} has no connection string."));
}
