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
        var commands = context.ServiceProvider.GetRequiredService<ResourceCommandService>();
        var resources = context.ServiceProvider.GetRequiredService<DistributedApplicationModel>().Resources;
        // Servers last: a service that loses its database would report a failure that is none.
        IResource[][] stages = [[.. resources.OfType<ProjectResource>()], [.. resources.OfType<ContainerResource>()]];
        foreach (var stage in stages)
        {
            if (await AllAsync(stage, KnownResourceCommands.StopCommand) is { Success: false } failed)
                return failed;
        }

        RemoveData();
        return await AllAsync([.. stages.SelectMany(stage => stage)], KnownResourceCommands.StartCommand);

        async Task<ExecuteCommandResult> AllAsync(IResource[] targets, string command)
        {
            var results = await Task.WhenAll(targets.Select(target => commands.ExecuteCommandAsync(target, command, context.CancellationToken)));
            return Array.Find(results, result => !result.Success) ?? CommandResults.Success();
        }
    }

    private void RemoveData()
    {
        foreach (var volume in new DirectoryInfo(Data!).GetDirectories())
        {
            // A link to a folder of the server's account: without the link that folder is of no use and goes too.
            if (volume.LinkTarget is not null)
                volume.Delete();
            else
                volume.Delete(recursive: true);
        }
    }
}
