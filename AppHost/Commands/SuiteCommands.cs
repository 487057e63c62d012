using System.Security.Cryptography;

namespace Regio.AppHost;

/// <summary>What can be done to the running suite from its dashboard.</summary>
internal static class SuiteCommands
{
    /// <summary>Brings the published facts of a service up to date in its database, also while it runs. Doing it again changes nothing.</summary>
    public static IResourceBuilder<ProjectResource> WithReferenceDataCommand(this IResourceBuilder<ProjectResource> service) =>
        service.WithCommand("load-reference-data", "Load reference data", context => MigrateAsync(service.Resource, context), new CommandOptions
        {
            Description = "Brings tables and published facts up to date. What is there already stays as it is.",
            IconName = "DatabaseArrowDown",
            UpdateState = WhenRunning,
        });

    /// <summary>Puts what consumers have given up on back into their queues.</summary>
    public static IResourceBuilder<T> WithReplayCommand<T>(this IResourceBuilder<T> bus)
        where T : IResource =>
        bus.WithClientCommand("replay", "Replay failed messages", ["replay"], new CommandOptions
        {
            Description = "Puts the messages of all _error queues back to where they came from.",
            ConfirmationMessage = "Every message in the _error queues is tried again. Go on?",
            IconName = "ArrowRepeatAll",
        });

    /// <summary>Shares out a cost over twelve municipalities on the suite that runs.</summary>
    public static IResourceBuilder<T> WithDemoCommand<T>(this IResourceBuilder<T> service)
        where T : IResource =>
        service.WithClientCommand("demo", "Run the demo", ["demo", "--out", DemoFolder(service.ApplicationBuilder)], new CommandOptions
        {
            Description = "Shares out a cost over twelve municipalities, step by step. The steps are in this resource's console.",
            IconName = "Play",
        });

    /// <summary>
    /// Ends everything that keeps data, throws the data away, and starts again. A page has to send back the key that
    /// this run made, so that one left open from an earlier run cannot empty this one.
    /// </summary>
    public static IResourceBuilder<T> WithStartEmptyCommand<T>(this IResourceBuilder<T> server)
        where T : IResource
    {
        var start = new EmptyStart(server.ApplicationBuilder.Configuration);
        return server.WithCommand("start-empty", "Start empty", start.RunAsync, new CommandOptions
        {
            Description = "Throws away all data of all services and the queues, and starts again.",
            ConfirmationMessage = "All data of this suite is thrown away, for good. Start empty?",
            Parameter = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)),
            IconName = "Delete",
            UpdateState = context => start.IsPossible ? WhenRunning(context) : ResourceCommandState.Hidden,
        });
    }

    /// <summary>A command of the client, which finds this run by its state folder, and the resource by its connection string.</summary>
    private static IResourceBuilder<T> WithClientCommand<T>(
        this IResourceBuilder<T> resource, string name, string displayName, string[] arguments, CommandOptions options)
        where T : IResource
    {
        options.UpdateState = WhenRunning;
        var state = RunStateExtensions.DirectoryOf(resource.ApplicationBuilder);
        return resource.WithCommand(name, displayName, RunAsync, options);

        async Task<ExecuteCommandResult> RunAsync(ExecuteCommandContext context)
        {
            var environment = new Dictionary<string, string>(StringComparer.Ordinal) { ["REGIO_STATE"] = state };
            if (resource.Resource is IResourceWithConnectionString server
                && await server.ConnectionStringExpression.GetValueAsync(context.CancellationToken) is { } address)
                environment[$"ConnectionStrings__{server.Name}"] = address;
            return await ProgramRun.OfProjectAsync(context, new Projects.Cli().ProjectPath, arguments, environment);
        }
    }

    private static async Task<ExecuteCommandResult> MigrateAsync(ProjectResource service, ExecuteCommandContext context)
    {
        var project = service.Annotations.OfType<IProjectMetadata>().Single().ProjectPath;
        var environment = await service.GetEnvironmentVariableValuesAsync();
        return await ProgramRun.OfProjectAsync(context, project, ["--migrate"], environment);
    }

    private static ResourceCommandState WhenRunning(UpdateCommandStateContext context) =>
        context.ResourceSnapshot.State?.Text == KnownResourceStates.Running ? ResourceCommandState.Enabled : ResourceCommandState.Disabled;

    private static string DemoFolder(IDistributedApplicationBuilder builder) => Path.Combine(RunStateExtensions.DirectoryOf(builder), "demo-out");
}
