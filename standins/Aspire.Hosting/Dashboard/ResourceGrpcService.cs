using Aspire.DashboardService.Proto.V1;
using Aspire.Hosting.ApplicationModel;
using Grpc.Core;

namespace Aspire.Hosting.Dashboard;

/// <summary>The dashboard's view of the application, in the wire format of the official resource service.</summary>
internal sealed class ResourceGrpcService(ResourceFeed feed) : DashboardService.Proto.V1.DashboardService.DashboardServiceBase
{
    public override Task<ApplicationInformationResponse> GetApplicationInformation(ApplicationInformationRequest request, ServerCallContext context) =>
        Task.FromResult(new ApplicationInformationResponse { ApplicationName = feed.ApplicationName });

    public override async Task WatchResources(
        WatchResourcesRequest request, IServerStreamWriter<WatchResourcesUpdate> responseStream, ServerCallContext context)
    {
        // The feed begins with what there is, so nothing is lost between the two; what comes twice is an update like any other.
        await using var updates = feed.WatchAsync(context.CancellationToken).GetAsyncEnumerator(context.CancellationToken);
        var initial = new InitialResourceData();
        foreach (var known in feed.Current())
        {
            initial.Resources.Add(ResourceMessages.Of(known));
            if (initial.ResourceTypes.All(t => t.UniqueName != known.Snapshot.ResourceType))
                initial.ResourceTypes.Add(new ResourceType { UniqueName = known.Snapshot.ResourceType, DisplayName = known.Snapshot.ResourceType });
        }

        await responseStream.WriteAsync(new WatchResourcesUpdate { InitialData = initial }, context.CancellationToken);
        while (await updates.MoveNextAsync())
        {
            var change = new WatchResourcesChange { Upsert = ResourceMessages.Of(updates.Current) };
            await responseStream.WriteAsync(new WatchResourcesUpdate { Changes = new WatchResourcesChanges { Value = { change } } }, context.CancellationToken);
        }
    }

    public override async Task WatchResourceConsoleLogs(
        WatchResourceConsoleLogsRequest request, IServerStreamWriter<WatchResourceConsoleLogsUpdate> responseStream, ServerCallContext context)
    {
        await foreach (var lines in feed.LinesAsync(request.ResourceName, !request.SuppressFollow, context.CancellationToken).WithCancellation(context.CancellationToken))
        {
            // Well under the size that a message may have, whatever the lines are.
            foreach (var part in lines.Chunk(LinesPerMessage))
                await responseStream.WriteAsync(Message(part), context.CancellationToken);
        }
    }

    public override Task<ResourceCommandResponse> ExecuteResourceCommand(ResourceCommandRequest request, ServerCallContext context) =>
        feed.ExecuteAsync(request, context.CancellationToken);

    private const int LinesPerMessage = 100;
    private const int LongestLine = 16 * 1024;

    private static WatchResourceConsoleLogsUpdate Message(LogLine[] lines)
    {
        var update = new WatchResourceConsoleLogsUpdate();
        foreach (var line in lines)
        {
            var text = line.Content.Length > LongestLine ? line.Content[..LongestLine] + "…" : line.Content;
            update.LogLines.Add(new ConsoleLogLine { Text = text, IsStdErr = line.IsErrorMessage, LineNumber = line.LineNumber });
        }

        return update;
    }
}
