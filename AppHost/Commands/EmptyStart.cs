using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Regio.AppHost;

/// <summary>Throws the kept data of the suite away between a stop and a start of everything that uses it.</summary>
internal sealed class EmptyStart(IConfiguration configuration)
{
    // Where the app host keeps volumes as folders. Volumes of a container runtime are that one's to remove.
    private string? Data => configuration["Aspire:Store:Path"] is { } store ? Path.Combine(store, "data") : null;

    public bool IsPossible => Directory.Exists(Data);

    public async Task<ExecuteCommandResult> RunAsync(ExecuteCommandContext context)
    {
        var resources = context.ServiceProvider.GetRequiredService<DistributedApplicationModel>().Resources;
        IResource[] services = [.. resources.OfType<ProjectResource>()];
        IResource[] servers = [.. resources.OfType<ContainerResource>()];
        IResource[] databases = [.. resources.Where(resource => resource is IResourceWithParent)];

        // Servers last: a service that loses its database would report a failure that is none.
        var result = await AllAsync(context, services, KnownResourceCommands.StopCommand);
        if (result.Success)
            result = await AllAsync(context, servers, KnownResourceCommands.StopCommand);
        if (!result.Success)
            return result;

        // Whatever comes of it, nothing stays stopped.
        var removal = RemoveData(Data!);
        result = await AllAsync(context, servers, KnownResourceCommands.StartCommand);
        if (!result.Success)
            return result;
        // And first: a service that finds its database stopped may give up instead of waiting.
        await HealthyAsync(context, [.. servers, .. databases]);
        result = await AllAsync(context, services, KnownResourceCommands.StartCommand);
        if (!result.Success)
            return result;
        await HealthyAsync(context, services);
        return removal;
    }

    private static async Task<ExecuteCommandResult> AllAsync(ExecuteCommandContext context, IResource[] targets, string command)
    {
        var commands = context.ServiceProvider.GetRequiredService<ResourceCommandService>();
        var results = await Task.WhenAll(targets.Select(target => commands.ExecuteCommandAsync(target, command, context.CancellationToken)));
        return Array.Find(results, result => !result.Success) ?? CommandResults.Success();
    }

    private static async Task HealthyAsync(ExecuteCommandContext context, IResource[] targets)
    {
        var notifications = context.ServiceProvider.GetRequiredService<ResourceNotificationService>();
        await Task.WhenAll(targets.Select(target => notifications.WaitForResourceHealthyAsync(target.Name, context.CancellationToken)));
    }

    private static ExecuteCommandResult RemoveData(string folder)
    {
        try
        {
            foreach (var volume in new DirectoryInfo(folder).GetDirectories())
                Remove(volume);
            return CommandResults.Success();
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return CommandResults.Failure($"Not all data could be removed: {problem.Message}");
        }
    }

    private static void Remove(DirectoryInfo volume)
    {
        // A link to a folder of the server's account, or the folder itself.
        if (volume.ResolveLinkTarget(returnFinalTarget: true) is not { } kept)
        {
            volume.Delete(recursive: true);
            return;
        }

        volume.Delete();
        Directory.Delete(kept.FullName, recursive: true);
    }
}
