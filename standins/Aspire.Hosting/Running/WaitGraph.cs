using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Running;

/// <summary>Who must be there before whom: declared waits, and children after their parents.</summary>
internal static class WaitGraph
{
    public static IEnumerable<IResource> DependenciesOf(IResource resource)
    {
        foreach (var wait in resource.Annotations.OfType<WaitAnnotation>())
            yield return wait.Resource;
        if (resource is IResourceWithParent child)
            yield return child.Parent;
    }

    public static void Check(DistributedApplicationModel model)
    {
        var known = model.Resources.ToHashSet();
        var finished = new HashSet<IResource>();
        var path = new List<IResource>();
        foreach (var resource in model.Resources)
            Visit(resource);

        void Visit(IResource resource)
        {
            if (finished.Contains(resource))
                return;
            var start = path.IndexOf(resource);
            if (start >= 0)
                throw new DistributedApplicationException(
                    $"The resources wait for each other in a circle: {string.Join(" -> ", path[start..].Append(resource).Select(r => r.Name))}.");

            path.Add(resource);
            foreach (var dependency in DependenciesOf(resource))
            {
                if (!known.Contains(dependency))
                    throw new DistributedApplicationException(
                        $"Resource '{resource.Name}' waits for '{dependency.Name}', which is not part of the application.");
                Visit(dependency);
            }

            path.RemoveAt(path.Count - 1);
            finished.Add(resource);
        }
    }
}
