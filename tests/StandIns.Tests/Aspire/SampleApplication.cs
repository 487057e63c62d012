using Aspire.Hosting;
using Aspire.Hosting.Testing;

namespace Regio.StandIns.Tests.AppHosting;

/// <summary>The sample app host, run inside the test process by its own entry point, healthy before the first test.</summary>
public sealed class SampleApplication : IAsyncLifetime
{
    private static readonly TimeSpan StartTimeout = TimeSpan.FromMinutes(5);
    private IDistributedApplicationTestingBuilder? _builder;

    public DistributedApplication App { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        using var timeout = new CancellationTokenSource(StartTimeout);
        _builder = await DistributedApplicationTestingBuilder.CreateAsync<Projects.SampleAppHost>(timeout.Token);
        App = await _builder.BuildAsync(timeout.Token);
        await App.StartAsync(timeout.Token);
        await App.ResourceNotifications.WaitForResourceHealthyAsync("sample", timeout.Token);
    }

    public async ValueTask DisposeAsync() => await _builder!.DisposeAsync();
}
