using Aspire.Hosting.Running;
using Microsoft.Extensions.Logging;

namespace Aspire.Hosting.ApplicationModel;

public class ResourceCommandService
{
    private readonly ResourceNotificationService notifications;
    private readonly ResourceLoggerService loggers;
    private readonly IServiceProvider services;

    internal ResourceCommandService(ResourceNotificationService notifications, ResourceLoggerService loggers, IServiceProvider services)
    {
        this.notifications = notifications;
        this.loggers = loggers;
        this.services = services;
    }

    public async Task<ExecuteCommandResult> ExecuteCommandAsync(string resourceId, string commandName, CancellationToken cancellationToken = default)
    {
        if (notifications.TryGetCurrentState(resourceId, out var state))
            return await ExecuteAsync(state!.Resource, resourceId, commandName, cancellationToken);
        return CommandResults.Failure($"There is no resource '{resourceId}'.");
    }

    public async Task<ExecuteCommandResult> ExecuteCommandAsync(IResource resource, string commandName, CancellationToken cancellationToken = default)
    {
        var results = await Task.WhenAll(
            ResourceInstance.Of(resource).Select(instance => ExecuteAsync(resource, instance.Id, commandName, cancellationToken)));
        if (Array.TrueForAll(results, r => r.Success))
            return CommandResults.Success();
        if (Array.TrueForAll(results, r => r.Success || r.Canceled))
            return CommandResults.Canceled();
        return CommandResults.Failure(string.Join(Environment.NewLine, results.Select(r => r.ErrorMessage).Where(m => !string.IsNullOrEmpty(m))));
    }

    private async Task<ExecuteCommandResult> ExecuteAsync(IResource resource, string resourceId, string commandName, CancellationToken cancellationToken)
    {
        if (resource.Annotations.OfType<ResourceCommandAnnotation>().LastOrDefault(a => a.Name == commandName) is not { } command)
            return CommandResults.Failure($"Resource '{resourceId}' has no command '{commandName}'.");
        if (IsDisabled(resourceId, command, out var stateText))
            return CommandResults.Failure($"The command '{command.DisplayName}' is not to be had while resource '{resourceId}' is in state {stateText}.");

        var logger = loggers.GetLogger(resourceId);
        logger.LogInformation("Command '{Command}' begins.", command.DisplayName);
        var result = await ExecuteAsync(command, resourceId, cancellationToken);
        if (result.Success)
            logger.LogInformation("Command '{Command}' has succeeded.", command.DisplayName);
        else if (result.Canceled)
            logger.LogInformation("Command '{Command}' was cancelled.", command.DisplayName);
        else
            logger.LogError("Command '{Command}' has failed: {Reason}", command.DisplayName, result.ErrorMessage);
        return result;
    }

    private async Task<ExecuteCommandResult> ExecuteAsync(ResourceCommandAnnotation command, string resourceId, CancellationToken cancellationToken)
    {
        try
        {
            return await command.ExecuteCommand(
                new ExecuteCommandContext { ResourceName = resourceId, ServiceProvider = services, CancellationToken = cancellationToken });
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return CommandResults.Canceled();
        }
#pragma warning disable CA1031 // A command is anybody's code; what it throws is its result.
        catch (Exception problem)
#pragma warning restore CA1031
        {
            return CommandResults.Failure(problem);
        }
    }

    private bool IsDisabled(string resourceId, ResourceCommandAnnotation command, out string? stateText)
    {
        stateText = null;
        if (!notifications.TryGetCurrentState(resourceId, out var current))
            return false;
        stateText = current!.Snapshot.State?.Text;
        return command.Describe(current.Snapshot, services).State == ResourceCommandState.Disabled;
    }
}
