using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Running;

namespace Aspire.Hosting;

public static class ProjectResourceBuilderExtensions
{
    public static IResourceBuilder<ProjectResource> AddProject<TProject>(this IDistributedApplicationBuilder builder, string name)
        where TProject : IProjectMetadata, new()
    {
        var metadata = new TProject();
        return builder.Add(name, metadata, ProjectRecipe.OutputOf(typeof(TProject), metadata.ProjectPath));
    }

    public static IResourceBuilder<ProjectResource> WithReplicas(this IResourceBuilder<ProjectResource> builder, int replicas)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(replicas, 1);
        return builder.WithAnnotation(new ReplicaAnnotation(replicas), ResourceAnnotationMutationBehavior.Replace);
    }

    public static IResourceBuilder<ProjectResource> WithEndpointsInEnvironment(
        this IResourceBuilder<ProjectResource> builder, Func<EndpointAnnotation, bool> filter) =>
        builder.WithAnnotation(new EndpointEnvironmentFilterAnnotation(filter));

    private static IResourceBuilder<ProjectResource> Add(
        this IDistributedApplicationBuilder builder, string name, IProjectMetadata metadata, string? outputPath)
    {
        var project = new ProjectResource(name);
        return builder.AddResource(project)
            .WithAnnotation(metadata)
            .WithAnnotation<LaunchRecipe>(new ProjectRecipe(project, metadata.ProjectPath, outputPath))
            .WithOtlpExporter()
            .WithEnvironment(AddUrls);
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
}
