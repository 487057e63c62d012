using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Regio.Testing;

namespace Regio.ServiceDefaults.Tests.Messaging;

/// <summary>A service that is started again when it ends by itself, as the app host or a cluster would do.</summary>
internal sealed class SupervisedService : IAsyncDisposable
{
    private readonly Func<Task<TestService>> _start;
    private readonly CancellationTokenSource _ending = new();
    private TestService _current;
    private readonly Task _supervising;

    private SupervisedService(Func<Task<TestService>> start, TestService first)
    {
        _start = start;
        _current = first;
        _supervising = SuperviseAsync();
    }

    private TestService Current => Volatile.Read(ref _current);

    public static async Task<SupervisedService> StartAsync(Func<Task<TestService>> start) => new(start, await start());

    public Task ReadyAsync() => Eventually.Is("the service is ready", HealthStatus.Healthy, HealthAsync);

    /// <summary>How the one that runs is; unhealthy while one has ended and the next has not begun.</summary>
    public async Task<HealthStatus> HealthAsync()
    {
        try
        {
            return await Current.HealthAsync();
        }
        catch (ObjectDisposedException)
        {
            return HealthStatus.Unhealthy;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _ending.CancelAsync();
        await _supervising;
        await Current.DisposeAsync();
        _ending.Dispose();
    }

    private async Task SuperviseAsync()
    {
        while (await EndsByItselfAsync(Current))
        {
            // A process that is stuck would be killed; here it is left behind.
            _ = Current.DisposeAsync().AsTask();
            Volatile.Write(ref _current, await _start());
        }
    }

    private async Task<bool> EndsByItselfAsync(TestService service)
    {
        var stopping = service.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stopping, _ending.Token);
        var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = either.Token.Register(ended.SetResult);
        await ended.Task;
        return !_ending.IsCancellationRequested;
    }
}
