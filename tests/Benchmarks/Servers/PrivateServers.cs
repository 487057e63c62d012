using System.Globalization;
using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.DependencyInjection;

namespace Regio.Benchmarks.Servers;

/// <summary>A PostgreSQL cluster and a broker for this run alone, started as the app host starts them.</summary>
internal sealed class PrivateServers : IAsyncDisposable
{
    private const string Volume = "benchmark-postgres";

    private readonly DistributedApplication _app;
    private readonly DirectoryInfo _store;

    private PrivateServers(DistributedApplication app, DirectoryInfo store) => (_app, _store) = (app, store);

    /// <summary>Connection string of the database of Municipalities.</summary>
    public required string Database { get; init; }

    public required string ProcurementDatabase { get; init; }

    public required string ExpertTableDatabase { get; init; }

    public required string ReportingDatabase { get; init; }

    public required string Bus { get; init; }

    public static async Task<PrivateServers> StartAsync(CancellationToken cancellationToken)
    {
        var store = Directory.CreateTempSubdirectory("regio-benchmarks-");
        var builder = DistributedApplication.CreateBuilder(new DistributedApplicationOptions
        {
            Args = ["--Logging:LogLevel:Default=Warning", $"--Aspire:Store:Path={store.FullName}"],
            DisableDashboard = true,
        });
        // With a volume a commit waits for the disk, as in production; throw-away data would not.
        // The parameters of a statement stand in the details, which the server of the app host leaves out of its log.
        var postgres = builder.AddPostgres("postgres").WithDataVolume(Volume).WithArgs("-c", "log_error_verbosity=default");
        var database = postgres.AddDatabase("municipalitiesdb");
        var procurement = postgres.AddDatabase("procurementdb");
        var expertTable = postgres.AddDatabase("experttabledb");
        var reporting = postgres.AddDatabase("reportingdb");
        var bus = builder.AddRabbitMQ("bus");
        var app = builder.Build();
        await app.StartAsync(cancellationToken);
        foreach (var resource in new IResource[] { postgres.Resource, database.Resource, procurement.Resource, expertTable.Resource, reporting.Resource, bus.Resource })
            await app.ResourceNotifications.WaitForResourceHealthyAsync(resource.Name, cancellationToken);
        return new PrivateServers(app, store)
        {
            Database = await AddressAsync(database.Resource, cancellationToken),
            ProcurementDatabase = await AddressAsync(procurement.Resource, cancellationToken),
            ExpertTableDatabase = await AddressAsync(expertTable.Resource, cancellationToken),
            ReportingDatabase = await AddressAsync(reporting.Resource, cancellationToken),
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
        // Under root the volume is a link to a folder that the server's account owns.
        if (new DirectoryInfo(Path.Combine(_store.FullName, "data", Volume)).ResolveLinkTarget(returnFinalTarget: true) is DirectoryInfo data)
            data.Parent!.Delete(recursive: true);
        _store.Delete(recursive: true);
    }

    private static async Task<string> AddressAsync(IResourceWithConnectionString resource, CancellationToken cancellationToken) =>
        await resource.ConnectionStringExpression.GetValueAsync(cancellationToken)
        ?? throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"{resource.Name} has no connection string."));
}
