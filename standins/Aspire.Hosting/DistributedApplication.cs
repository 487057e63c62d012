using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Running;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Aspire.Hosting;

public class DistributedApplication(IHost host) : IHost, IAsyncDisposable
{
    // Kept because the services are gone after RunAsync, and disposing must work then too.
    private readonly Orchestrator orchestrator = host.Services.GetRequiredService<Orchestrator>();

    public IServiceProvider Services => host.Services;

    public ResourceNotificationService ResourceNotifications => Services.GetRequiredService<ResourceNotificationService>();

    public ResourceCommandService ResourceCommands => Services.GetRequiredService<ResourceCommandService>();

    internal AppHostInterception? Interception { get; init; }

    public static IDistributedApplicationBuilder CreateBuilder() => CreateBuilder([]);

    public static IDistributedApplicationBuilder CreateBuilder(string[] args) =>
        CreateBuilder(new DistributedApplicationOptions { Args = args });

    public static IDistributedApplicationBuilder CreateBuilder(DistributedApplicationOptions options) =>
        new DistributedApplicationBuilder(options);

    public virtual Task StartAsync(CancellationToken cancellationToken = default) => host.StartAsync(cancellationToken);

    public virtual Task StopAsync(CancellationToken cancellationToken = default) => host.StopAsync(cancellationToken);

    public virtual async Task RunAsync(CancellationToken cancellationToken = default)
    {
        if (Interception is not null)
        {
            // A test has the application now; the entry point only waits for its end.
            await Interception.Ended.WaitAsync(cancellationToken);
            return;
        }

        try
        {
            await using var terminal = TerminalOutput.Attach(Services);
            using var signals = new StopSignals(Services.GetRequiredService<IHostApplicationLifetime>());
            await host.RunAsync(cancellationToken);
        }
        catch (DistributedApplicationException problem)
        {
            await Console.Error.WriteLineAsync(problem.Message);
            Environment.ExitCode = 1;
        }
    }

    public void Run() => RunAsync().GetAwaiter().GetResult();

    public virtual void Dispose()
    {
        DisposeAsync().AsTask().GetAwaiter().GetResult();
        GC.SuppressFinalize(this);
    }

    public virtual async ValueTask DisposeAsync()
    {
        // Whoever disposes without stopping first still expects that nothing keeps running.
        await orchestrator.StopAsync(CancellationToken.None);
        Interception?.End();
        if (host is IAsyncDisposable disposable)
            await disposable.DisposeAsync();
        else
            host.Dispose();
        GC.SuppressFinalize(this);
    }
}
