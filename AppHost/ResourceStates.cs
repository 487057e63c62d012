using System.Text.Encodings.Web;
using System.Text.Json;

namespace Regio.AppHost;

/// <summary>Keeps a file with the state of every resource as it is now, for whoever is not this process.</summary>
internal sealed class ResourceStates(string path, string reportPath, DistributedApplicationModel model)
{
    private const string ProcessId = "executable.pid";
    private const string Reason = "resource.reason";

    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private readonly Dictionary<string, State> states = new(StringComparer.Ordinal);
    private readonly StartReport report = new(model, TimeProvider.System);

    public async Task WriteAsync(ResourceNotificationService notifications, CancellationToken cancellationToken)
    {
        var written = "";
        try
        {
            await foreach (var update in notifications.WatchAsync(cancellationToken))
            {
                // Parameters are values, not things that run.
                if (update.Resource is ParameterResource || update.Snapshot.IsHidden)
                    continue;

                if (report.Add(update) is { } text)
                    await StateFiles.ReplaceAsync(reportPath, text + "\n", cancellationToken);
                states[update.ResourceId] = Describe(update);
                var content = JsonSerializer.Serialize(InOrder(), Format);
                if (content == written)
                    continue;

                await StateFiles.ReplaceAsync(path, content, cancellationToken);
                written = content;
            }
        }
        catch (OperationCanceledException)
        {
            // The run is over; the file goes with it.
        }
    }

    private static State Describe(ResourceEvent update)
    {
        var snapshot = update.Snapshot;
        var processId = snapshot.Properties.FirstOrDefault(p => p.Name == ProcessId)?.Value as int?;
        return new State(
            update.Resource.GetReplicaCount() > 1 ? update.ResourceId : update.Resource.Name,
            snapshot.ResourceType,
            snapshot.State?.Text ?? "",
            snapshot.HealthStatus?.ToString(),
            [.. snapshot.Urls.Select(u => u.Url)],
            snapshot.State?.Text == KnownResourceStates.Running ? processId : null,
            snapshot.Properties.FirstOrDefault(p => p.Name == Reason)?.Value as string);
    }

    private State[] InOrder()
    {
        var order = model.Resources.Select((resource, index) => (resource.Name, index)).ToDictionary(r => r.Name, r => r.index, StringComparer.Ordinal);
        return [.. states.Values.OrderBy(s => order.GetValueOrDefault(s.Name, int.MaxValue)).ThenBy(s => s.Name, StringComparer.Ordinal)];
    }

    private sealed record State(string Name, string Type, [property: System.Text.Json.Serialization.JsonPropertyName("state")] string Condition, string? Health, string[] Urls, int? Pid, string? Reason);
}
