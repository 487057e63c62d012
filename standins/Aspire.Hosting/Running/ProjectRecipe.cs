using System.Reflection;
using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Running;

/// <summary>Runs what the build of the app host has built already: nothing is built at run.</summary>
internal sealed class ProjectRecipe(ProjectResource project, string projectPath, string? outputPath) : LaunchRecipe
{
    // Meant for the app host itself where it was started with a launch profile; a service would listen there.
    private static readonly string[] HostVariables = ["ASPNETCORE_URLS", "ASPNETCORE_HTTP_PORTS", "ASPNETCORE_HTTPS_PORTS", "DOTNET_URLS", "DOTNET_LAUNCH_PROFILE"];

    /// <summary>The key under which the app host's build records where each referenced project's assembly is.</summary>
    public static string OutputKey(string projectPath) => $"projectoutput:{projectPath}";

    public static string? OutputOf(Assembly appHost, string projectPath) =>
        appHost.GetCustomAttributes<AssemblyMetadataAttribute>().FirstOrDefault(m => m.Key == OutputKey(projectPath))?.Value;

    /// <summary>Where a project that the app host has no reference to is built by itself.</summary>
    public static string? UsualOutputOf(string projectPath) =>
        Directory.Exists(Path.Combine(Path.GetDirectoryName(projectPath)!, "bin"))
            ? Directory.EnumerateFiles(Path.Combine(Path.GetDirectoryName(projectPath)!, "bin"), Path.GetFileNameWithoutExtension(projectPath) + ".dll", SearchOption.AllDirectories)
                .OrderByDescending(File.GetLastWriteTimeUtc).FirstOrDefault()
            : null;

    public override string? FindProblem()
    {
        if (!File.Exists(projectPath))
            return $"The project {projectPath} of resource '{project.Name}' does not exist.";
        return File.Exists(outputPath)
            ? null
            : $"The project {projectPath} of resource '{project.Name}' is not built{(outputPath is null ? "" : $": {outputPath} is missing")}. Build the app host, which builds what it starts.";
    }

    public override async Task<ProcessSpec> PrepareAsync(LaunchContext context, CancellationToken cancellationToken)
    {
        var (environment, arguments) = await context.DeclareAsync(cancellationToken);
        return new ProcessSpec(DotnetHost(), [outputPath!, .. arguments])
        {
            WorkingDirectory = Path.GetDirectoryName(projectPath),
            Environment = environment,
            HiddenEnvironment = HostVariables,
            StopTimeout = TimeSpan.FromSeconds(30),
        };
    }

    public static string DotnetHost()
    {
        const string Name = "dotnet";
        if (Environment.ProcessPath is { } self && Path.GetFileName(self) == Name)
            return self;
        return Environment.GetEnvironmentVariable("DOTNET_HOST_PATH")
            ?? Executables.Find(Name, "/")
            ?? throw new DistributedApplicationException("The command 'dotnet' was not found.");
    }
}
