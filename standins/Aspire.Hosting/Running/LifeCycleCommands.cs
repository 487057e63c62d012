using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.DependencyInjection;

namespace Aspire.Hosting.Running;

/// <summary>Start, stop and restart, which every resource with a process has.</summary>
internal static class LifeCycleCommands
{
    private const string Unknown = "Unknown";

    public static void AddTo(IResource resource)
    {
        Add(resource, KnownResourceCommands.StartCommand, "Start", "Start the resource.", "Play", StartState, (host, id, ct) => host.StartResourceAsync(id, ct));
        Add(resource, KnownResourceCommands.StopCommand, "Stop", "Stop the resource.", "Stop", StopState, (host, id, ct) => host.StopResourceAsync(id, ct));
        Add(resource, KnownResourceCommands.RestartCommand, "Restart", "Stop the resource and start it again.", "ArrowCounterclockwise", RestartState, RestartAsync);
    }

    public static ResourceCommandState StartState(CustomResourceSnapshot snapshot) => snapshot.State?.Text switch
    {
        null or "" => ResourceCommandState.Disabled,
        var s when s == KnownResourceStates.Starting || s == KnownResourceStates.RuntimeUnhealthy => ResourceCommandState.Disabled,
        var s when IsStopped(s) || s == KnownResourceStates.Waiting => ResourceCommandState.Enabled,
        _ => ResourceCommandState.Hidden,
    };

    public static ResourceCommandState StopState(CustomResourceSnapshot snapshot) => snapshot.State?.Text switch
    {
        // Between a crash and the next start, stopping means not to start again.
        _ when snapshot.WillRestart => ResourceCommandState.Enabled,
        null or "" => ResourceCommandState.Hidden,
        var s when s == KnownResourceStates.Stopping => ResourceCommandState.Disabled,
        var s when IsStopped(s) || s == KnownResourceStates.Starting || s == KnownResourceStates.Waiting || s == KnownResourceStates.RuntimeUnhealthy =>
            ResourceCommandState.Hidden,
        _ => ResourceCommandState.Enabled,
    };

    public static ResourceCommandState RestartState(CustomResourceSnapshot snapshot) =>
        StopState(snapshot) == ResourceCommandState.Enabled && !snapshot.WillRestart ? ResourceCommandState.Enabled : ResourceCommandState.Disabled;

    private static bool IsStopped(string state) =>
        state == KnownResourceStates.NotStarted || state == Unknown || KnownResourceStates.TerminalStates.Contains(state, StringComparer.Ordinal);

    private static void Add(
        IResource resource,
        string name,
        string displayName,
        string description,
        string icon,
        Func<CustomResourceSnapshot, ResourceCommandState> state,
        Func<Orchestrator, string, CancellationToken, Task> execute)
    {
        // An app host may have put its own in place of one of these.
        if (resource.Annotations.OfType<ResourceCommandAnnotation>().Any(c => c.Name == name))
            return;

        resource.Annotations.Add(new ResourceCommandAnnotation(
            name,
            displayName,
            context => state(context.ResourceSnapshot),
            async context =>
            {
                await execute(context.ServiceProvider.GetRequiredService<Orchestrator>(), context.ResourceName, context.CancellationToken);
                return CommandResults.Success();
            },
            description,
            parameter: null,
            confirmationMessage: null,
            icon,
            IconVariant.Filled,
            isHighlighted: true));
    }

    private static async Task RestartAsync(Orchestrator host, string resourceId, CancellationToken cancellationToken)
    {
        await host.StopResourceAsync(resourceId, cancellationToken);
        await host.StartResourceAsync(resourceId, cancellationToken);
    }
}
