using System.Collections.Immutable;
using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Logging;

namespace Aspire.Hosting.Running;

/// <summary>The life of one instance of a resource: begun with the application or by a command, ended, begun again.</summary>
internal abstract class ResourceRun(ResourceInstance instance, ResourceNotificationService notifications, ILogger logger) : IDisposable
{
    public const string ReasonProperty = "resource.reason";

    private readonly SemaphoreSlim turn = new(1, 1);
    private CancellationTokenSource ending = new();
    private Task life = Task.CompletedTask;
    private bool closed;

    protected ResourceInstance Instance { get; } = instance;

    protected IResource Resource => Instance.Resource;

    protected ILogger Logger { get; } = logger;

    protected bool IsEnding => ending.IsCancellationRequested;

    /// <summary>Begins a life, or hurries the one that still waits.</summary>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await turn.WaitAsync(cancellationToken);
        try
        {
            if (closed)
                return;
            if (!life.IsCompleted)
            {
                Hurry();
                return;
            }

            ending.Dispose();
            ending = new CancellationTokenSource();
            life = LiveSafelyAsync(ending.Token);
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>Ends the life; with the application it ends for good.</summary>
    public async Task StopAsync(bool forGood)
    {
        await turn.WaitAsync(CancellationToken.None);
        try
        {
            closed |= forGood;
            await ending.CancelAsync();
            await EndAsync();
            await life;
        }
        finally
        {
            turn.Release();
        }
    }

    public void Dispose()
    {
        ending.Dispose();
        turn.Dispose();
    }

    protected abstract Task LiveAsync(CancellationToken cancellationToken);

    protected virtual Task EndAsync() => Task.CompletedTask;

    protected virtual void Hurry()
    {
    }

    protected Task PublishAsync(Func<CustomResourceSnapshot, CustomResourceSnapshot> change) =>
        notifications.PublishUpdateAsync(Resource, Instance.Id, change);

    protected static ImmutableArray<ResourcePropertySnapshot> With(CustomResourceSnapshot snapshot, params ReadOnlySpan<ResourcePropertySnapshot> changes)
    {
        var properties = snapshot.Properties.ToDictionary(p => p.Name, StringComparer.Ordinal);
        foreach (var change in changes)
            properties[change.Name] = change;
        return [.. properties.Values];
    }

    private Task PublishFailureAsync(string reason)
    {
        Logger.LogError("{Reason}", reason);
        return PublishAsync(s => s with
        {
            State = new ResourceStateSnapshot(KnownResourceStates.FailedToStart, KnownResourceStateStyles.Error),
            Properties = With(s, new ResourcePropertySnapshot(ReasonProperty, reason)),
            WillRestart = false,
        });
    }

    private async Task LiveSafelyAsync(CancellationToken cancellationToken)
    {
        Instance.Enter();
        // Leaves the caller first: starting one resource must not hold up the next.
        await Task.Yield();
        try
        {
            await LiveAsync(cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            await PublishAsync(s => s with { State = s.StartTimeStamp is null ? KnownResourceStates.NotStarted : KnownResourceStates.Exited, WillRestart = false });
        }
#pragma warning disable CA1031 // Whatever goes wrong with one resource is shown as its state; the others go on.
        catch (Exception problem)
#pragma warning restore CA1031
        {
            await PublishFailureAsync(problem.Message);
        }
    }
}
