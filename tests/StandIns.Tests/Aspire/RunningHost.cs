using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Running;
using Aspire.Hosting.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Regio.StandIns.Tests.AppHosting;

/// <summary>An application of a few small commands, built and started for one test.</summary>
internal static class RunningHost
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<DistributedApplication> StartAsync(IDistributedApplicationTestingBuilder builder)
    {
        var app = await builder.BuildAsync(Cancellation);
        await app.StartAsync(Cancellation);
        return app;
    }

    /// <summary>The snapshot of an instance once it is in a state.</summary>
    public static async Task<CustomResourceSnapshot> UntilAsync(this DistributedApplication app, string id, string state)
    {
        await foreach (var update in app.ResourceNotifications.WatchAsync(Cancellation))
        {
            if (update.ResourceId == id && update.Snapshot.State?.Text == state)
                return update.Snapshot;
        }

        throw new InvalidOperationException($"The application ended before '{id}' was in state {state}.");
    }

    public static CustomResourceSnapshot Snapshot(this DistributedApplication app, string id) =>
        app.ResourceNotifications.TryGetCurrentState(id, out var state) ? state!.Snapshot : throw new InvalidOperationException($"'{id}' has no state.");

    public static object? Property(this CustomResourceSnapshot snapshot, string name) => snapshot.Properties.SingleOrDefault(p => p.Name == name)?.Value;

    public static int ProcessId(this CustomResourceSnapshot snapshot) => (int)snapshot.Property(ProcessRun.ProcessIdProperty)!;

    public static string Reason(this CustomResourceSnapshot snapshot) => (string)snapshot.Property(ResourceRun.ReasonProperty)!;

    public static ResourceCommandState StateOf(this CustomResourceSnapshot snapshot, string command) => snapshot.Commands.Single(c => c.Name == command).State;

    /// <summary>Waits until a resource has said a line.</summary>
    public static async Task UntilSaidAsync(this DistributedApplication app, string id, string text)
    {
        await foreach (var lines in app.Services.GetRequiredService<ResourceLoggerService>().WatchAsync(id).WithCancellation(Cancellation))
        {
            if (lines.Any(l => l.Content.Contains(text, StringComparison.Ordinal)))
                return;
        }
    }
}
