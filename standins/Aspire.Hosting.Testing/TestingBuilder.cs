using System.Reflection;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Eventing;
using Aspire.Hosting.Running;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Aspire.Hosting.Testing;

internal static class TestingDefaults
{
    /// <summary>Free ports and volumes that start empty, unless the test itself configures otherwise.</summary>
    public static void Apply(ConfigurationManager configuration)
    {
        configuration[EndpointAllocation.RandomizePortsKey] ??= "true";
        configuration[HostState.ThrowAwayVolumesKey] ??= "true";
    }
}

internal sealed class TestingBuilder(
    DistributedApplicationBuilder inner, Func<CancellationToken, Task<DistributedApplication>> build) : IDistributedApplicationTestingBuilder
{
    private DistributedApplication? built;

    public DistributedApplicationBuilder Inner => inner;

    public ConfigurationManager Configuration => inner.Configuration;

    public string AppHostDirectory => inner.AppHostDirectory;

    public Assembly? AppHostAssembly => inner.AppHostAssembly;

    public IHostEnvironment Environment => inner.Environment;

    public IServiceCollection Services => inner.Services;

    public DistributedApplicationExecutionContext ExecutionContext => inner.ExecutionContext;

    public IDistributedApplicationEventing Eventing => inner.Eventing;

    public IResourceCollection Resources => inner.Resources;

    public IResourceBuilder<T> AddResource<T>(T resource)
        where T : IResource => inner.AddResource(resource);

    public IResourceBuilder<T> CreateResourceBuilder<T>(T resource)
        where T : IResource => inner.CreateResourceBuilder(resource);

    public DistributedApplication Build() => BuildAsync().GetAwaiter().GetResult();

    public async Task<DistributedApplication> BuildAsync(CancellationToken cancellationToken = default) =>
        built = await build(cancellationToken);

    public async ValueTask DisposeAsync()
    {
        if (built is not null)
            await built.DisposeAsync();
    }

    public void Dispose() => built?.Dispose();
}
