using Aspire.DashboardService.Proto.V1;
using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Dashboard;

/// <summary>What the resource service tells: the application's name, its resources as they change, and their lines.</summary>
internal sealed class ResourceFeed(
    string applicationName, ResourceNotificationService notifications, ResourceLoggerService loggers, ResourceCommandService commands)
{
    public string ApplicationName { get; } = applicationName;

    /// <summary>All resources first, then one change after another.</summary>
    public IAsyncEnumerable<ResourceEvent> WatchAsync(CancellationToken cancellationToken) => notifications.WatchAsync(cancellationToken);

    public IReadOnlyList<ResourceEvent> Current() => notifications.All();

    public IAsyncEnumerable<IReadOnlyList<LogLine>> LinesAsync(string resourceId, bool follow, CancellationToken cancellationToken) =>
        follow ? loggers.WatchAsync(resourceId, cancellationToken) : loggers.GetAllAsync(resourceId);

    public async Task<ResourceCommandResponse> ExecuteAsync(ResourceCommandRequest request, CancellationToken cancellationToken)
    {
        if (!IsOfThisRun(request))
            return new ResourceCommandResponse { Kind = ResourceCommandResponseKind.Failed, ErrorMessage = "The command was offered by another run of the application. Load the page again." };
        var result = await commands.ExecuteCommandAsync(request.ResourceName, request.CommandName, cancellationToken);
        var response = new ResourceCommandResponse
        {
            Kind = result.Success
                ? ResourceCommandResponseKind.Succeeded
                : result.Canceled ? ResourceCommandResponseKind.Cancelled : ResourceCommandResponseKind.Failed,
        };
        if (result.ErrorMessage is { } message)
            response.ErrorMessage = message;
        return response;
    }

    /// <summary>A command that has a parameter wants it back, so a page that stands since an earlier run cannot use it.</summary>
    private bool IsOfThisRun(ResourceCommandRequest request)
    {
        notifications.TryGetCurrentState(request.ResourceName, out var state);
        var offered = state?.Snapshot.Commands.FirstOrDefault(c => c.Name == request.CommandName);
        return offered?.Parameter is not { } expected || ResourceMessages.Any(expected).Equals(request.Parameter);
    }
}
