using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Running;

namespace Aspire.Hosting;

public static class ProjectResourceBuilderExtensions
{
    public static IResourceBuilder<ProjectResource> AddProject<TProject>(this IDistributedApplicationBuilder builder, string name)
        where TProject : IProjectMetadata, new() => builder.AddProject<TProject>(name, _ => { });

    /// <summary>With a name: that launch profile and no other. With null: none.</summary>
    public static IResourceBuilder<ProjectResource> AddProject<TProject>(
        this IDistributedApplicationBuilder builder, string name, string? launchProfileName)
        where TProject : IProjectMetadata, new() => builder.AddProject<TProject>(name, options => Choose(options, launchProfileName));

    public static IResourceBuilder<ProjectResource> AddProject<TProject>(
        this IDistributedApplicationBuilder builder, string name, Action<ProjectResourceOptions> configure)
        where TProject : IProjectMetadata, new()
    {
        var metadata = new TProject();
        return builder.Add(name, metadata, ProjectRecipe.OutputOf(typeof(TProject).Assembly, metadata.ProjectPath), configure);
    }

    public static IResourceBuilder<ProjectResource> AddProject(this IDistributedApplicationBuilder builder, string name, string projectPath) =>
        builder.AddProject(name, projectPath, _ => { });

    public static IResourceBuilder<ProjectResource> AddProject(
        this IDistributedApplicationBuilder builder, string name, string projectPath, string? launchProfileName) =>
        builder.AddProject(name, projectPath, options => Choose(options, launchProfileName));

    public static IResourceBuilder<ProjectResource> AddProject(
        this IDistributedApplicationBuilder builder, string name, string projectPath, Action<ProjectResourceOptions> configure)
    {
        var path = Path.GetFullPath(projectPath, builder.AppHostDirectory);
        var output = builder.AppHostAssembly is { } host ? ProjectRecipe.OutputOf(host, path) : null;
        return builder.Add(name, new ProjectByPath(path), output ?? ProjectRecipe.UsualOutputOf(path), configure);
    }

    public static IResourceBuilder<ProjectResource> WithReplicas(this IResourceBuilder<ProjectResource> builder, int replicas)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(replicas, 1);
        return builder.WithAnnotation(new ReplicaAnnotation(replicas), ResourceAnnotationMutationBehavior.Replace);
    }

    public static IResourceBuilder<ProjectResource> WithEndpointsInEnvironment(
        this IResourceBuilder<ProjectResource> builder, Func<EndpointAnnotation, bool> filter) =>
        builder.WithAnnotation(new EndpointEnvironmentFilterAnnotation(filter));

    private static void Choose(ProjectResourceOptions options, string? launchProfileName)
    {
        options.LaunchProfileName = launchProfileName;
        options.ExcludeLaunchProfile = launchProfileName is null;
    }

    private static IResourceBuilder<ProjectResource> Add(
        this IDistributedApplicationBuilder builder, string name, IProjectMetadata metadata, string? outputPath, Action<ProjectResourceOptions> configure)
    {
        var options = new ProjectResourceOptions();
        configure(options);
        var project = new ProjectResource(name);
        return builder.AddResource(project)
            .WithAnnotation(metadata)
            .WithAnnotation<LaunchRecipe>(new ProjectRecipe(project, metadata.ProjectPath, outputPath))
            .WithOtlpExporter()
            .WithEnvironment(AddUrls)
            .WithLaunchProfile(metadata.ProjectPath, options);
    }

    private static async Task AddUrls(EnvironmentCallbackContext context)
    {
        var filters = context.Resource.Annotations.OfType<EndpointEnvironmentFilterAnnotation>().ToArray();
        var urls = new List<string>();
        foreach (var endpoint in context.Resource.Annotations.OfType<EndpointAnnotation>())
        {
            if (endpoint.UriScheme is "http" or "https" && Array.TrueForAll(filters, f => f.Filter(endpoint)))
                urls.Add((await endpoint.AllocationToAsync(ResourceInstance.IndexOf(context.Resource), context.CancellationToken)).UriString);
        }

        if (urls.Count > 0)
            context.EnvironmentVariables["ASPNETCORE_URLS"] = string.Join(';', urls);
    }

    private sealed class ProjectByPath(string path) : IProjectMetadata
    {
        public string ProjectPath { get; } = path;
    }
}
