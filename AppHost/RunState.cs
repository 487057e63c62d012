using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace Regio.AppHost;

/// <summary>
/// What a run leaves in the state directory for the script and the client: process id, signing key, state of every resource.
/// Written only once everything has started, since until then the directory may belong to another app host that still runs.
/// </summary>
internal sealed class RunState(
    string directory, DevelopmentKey key, ResourceNotificationService notifications, DistributedApplicationModel model, IConfiguration configuration)
    : IHostedLifecycleService, IDisposable
{
    private readonly CancellationTokenSource ending = new();
    private Task writing = Task.CompletedTask;

    private string ProcessIdFile => Path.Combine(directory, "apphost.pid");

    private string DashboardFile => Path.Combine(directory, "dashboard.url");

    private string ResourcesFile => Path.Combine(directory, "resources.json");

    public async Task StartedAsync(CancellationToken cancellationToken)
    {
        StateFiles.CreateDirectory(directory);
        await key.WriteAsync(Path.Combine(directory, "development-signing-key.pem"), cancellationToken);
        await StateFiles.ReplaceAsync(ProcessIdFile, Environment.ProcessId.ToString(CultureInfo.InvariantCulture) + "\n", cancellationToken);
        if (DashboardLink.Of(configuration) is { } link)
            await StateFiles.ReplaceAsync(DashboardFile, link + "\n", cancellationToken);
        writing = new ResourceStates(ResourcesFile, Path.Combine(directory, "start-report.txt"), model).WriteAsync(notifications, ending.Token);
    }

    public async Task StoppedAsync(CancellationToken cancellationToken)
    {
        await ending.CancelAsync();
        await writing;
        File.Delete(ResourcesFile);
        File.Delete(DashboardFile);
        File.Delete(ProcessIdFile);
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose() => ending.Dispose();
}
