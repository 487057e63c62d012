using System.Globalization;
using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Running;

/// <summary>One of the processes that a resource runs as. Each has an id, a state, a log and ports of its own.</summary>
internal sealed record ResourceInstance(IResource Resource, int Index, string Id)
{
    private static readonly AsyncLocal<ResourceInstance?> Ambient = new();

    /// <summary>All instances of a resource: one with the resource's own name, or replicas numbered from 1.</summary>
    public static IReadOnlyList<ResourceInstance> Of(IResource resource)
    {
        var count = resource.GetReplicaCount();
        return count == 1
            ? [new ResourceInstance(resource, 0, resource.Name)]
            : [.. Enumerable.Range(0, count).Select(i => new ResourceInstance(resource, i, string.Create(CultureInfo.InvariantCulture, $"{resource.Name}-{i + 1}")))];
    }

    /// <summary>
    /// From here on in the calling method and what it calls, the endpoints of the resource are those of this instance.
    /// Callbacks that declare environment, addresses or checks know the resource only.
    /// </summary>
    public void Enter() => Ambient.Value = this;

    public static string IdOf(IResource resource) =>
        Ambient.Value is { } current && ReferenceEquals(current.Resource, resource) ? current.Id : resource.Name;

    public static int IndexOf(IResource resource) =>
        Ambient.Value is { } current && ReferenceEquals(current.Resource, resource) ? current.Index : 0;
}
