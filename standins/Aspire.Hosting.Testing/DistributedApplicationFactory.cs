using Microsoft.Extensions.Hosting;

namespace Aspire.Hosting.Testing;

/// <summary>An app host for tests that derive from this class to change it on its way.</summary>
public class DistributedApplicationFactory : IDisposable, IAsyncDisposable
{
    private readonly Type entryPoint;
    private readonly string[] args;
    private DistributedApplication? application;

    public DistributedApplicationFactory(Type entryPoint)
        : this(entryPoint, [])
    {
    }

    public DistributedApplicationFactory(Type entryPoint, string[] args) => (this.entryPoint, this.args) = (entryPoint, args);

    private DistributedApplication Application => application ?? throw new InvalidOperationException("The application has not been started.");

    public async Task StartAsync(CancellationToken cancellationToken = default)
    {
        var builder = await InterceptedEntryPoint.RunAsync(entryPoint.Assembly, args, OnBuilderCreating, OnBuilderCreated, cancellationToken);
        OnBuilding(builder.Inner);
        application = await builder.BuildAsync(cancellationToken);
        OnBuilt(application);
        await application.StartAsync(cancellationToken);
    }

    public HttpClient CreateHttpClient(string resourceName, string? endpointName = null) => Application.CreateHttpClient(resourceName, endpointName);

    public ValueTask<string?> GetConnectionString(string resourceName) => Application.GetConnectionStringAsync(resourceName);

    public Uri GetEndpoint(string resourceName, string? endpointName = null) => Application.GetEndpoint(resourceName, endpointName);

    public virtual void Dispose()
    {
        application?.Dispose();
        GC.SuppressFinalize(this);
    }

    public virtual async ValueTask DisposeAsync()
    {
        if (application is not null)
            await application.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected virtual void OnBuilderCreating(DistributedApplicationOptions applicationOptions, HostApplicationBuilderSettings hostOptions)
    {
    }

    protected virtual void OnBuilderCreated(DistributedApplicationBuilder applicationBuilder)
    {
    }

    protected virtual void OnBuilding(DistributedApplicationBuilder applicationBuilder)
    {
    }

    protected virtual void OnBuilt(DistributedApplication application)
    {
    }
}
