using System.Collections.Immutable;
using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Logging;

namespace Aspire.Hosting.Running;

/// <summary>The addresses that people get to see for an instance: those of its endpoints, as the callbacks of the model change them.</summary>
internal static class DeclaredUrls
{
    public static async Task<ImmutableArray<UrlSnapshot>> OfAsync(
        ResourceInstance instance, DistributedApplicationExecutionContext execution, ILogger logger, CancellationToken cancellationToken)
    {
        var resource = instance.Resource;
        var urls = new List<ResourceUrlAnnotation>();
        if (resource is IResourceWithEndpoints owner)
            urls.AddRange(owner.GetEndpoints().Where(e => e.IsAllocated).Select(e => new ResourceUrlAnnotation { Url = e.Url, Endpoint = e }));
        urls.AddRange(resource.Annotations.OfType<ResourceUrlAnnotation>());

        var context = new ResourceUrlsCallbackContext(execution, resource, urls, cancellationToken) { Logger = logger };
        foreach (var annotation in resource.Annotations.OfType<ResourceUrlsCallbackAnnotation>().ToArray())
            await annotation.Callback(context);

        return [.. urls.OrderByDescending(u => u.DisplayOrder ?? 0).Select(Snapshot)];
    }

    private static UrlSnapshot Snapshot(ResourceUrlAnnotation url) => new(
        url.Endpoint?.EndpointName, Complete(url), url.DisplayLocation == UrlDisplayLocation.DetailsOnly)
    {
        DisplayProperties = new UrlDisplayPropertiesSnapshot(url.DisplayText ?? "", url.DisplayOrder ?? 0),
    };

    // A path alone is meant within the endpoint.
    private static string Complete(ResourceUrlAnnotation url) =>
        url.Endpoint is { } endpoint && url.Url.StartsWith('/') ? new Uri(new Uri(endpoint.Url), url.Url).ToString() : url.Url;
}
