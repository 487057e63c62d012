using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Running;
using Microsoft.Extensions.Configuration;

namespace Aspire.Hosting.Dashboard;

/// <summary>Opens what the dashboard of this application connects to, where it has one.</summary>
internal sealed class DashboardConnection(DistributedApplicationModel model, IConfiguration configuration, ResourceFeed feed) : IAsyncDisposable
{
    private ResourceServiceHost? host;

    public async Task OpenAsync(PortAllocator ports, CancellationToken cancellationToken)
    {
        if (model.Resources.FirstOrDefault(r => r.Name == DashboardResource.Name) is not { } dashboard)
            return;
        var port = DashboardSettings.Address(configuration, DashboardSettings.ResourceServiceKey)?.Port ?? ports.TakeFree();
        ports.Release(port);
        DashboardResource.PublishAddresses(configuration, dashboard, port);
        host = await ResourceServiceHost.StartAsync(port, configuration[DashboardSettings.ResourceServiceApiKeyKey]!, feed, cancellationToken);
    }

    public ValueTask DisposeAsync() => host?.DisposeAsync() ?? ValueTask.CompletedTask;
}
