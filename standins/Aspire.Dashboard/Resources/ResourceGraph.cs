using Aspire.DashboardService.Proto.V1;

namespace Aspire.Dashboard.Resources;

/// <summary>A resource at its place in the drawing.</summary>
internal sealed record GraphNode(Resource Resource, int X, int Y);

/// <summary>What one resource is to another.</summary>
internal sealed record GraphEdge(GraphNode From, GraphNode To, IReadOnlyList<string> Kinds)
{
    public bool IsReference => Kinds.Contains("Reference", StringComparer.OrdinalIgnoreCase);

    public bool IsWait => Kinds.Any(kind => kind.StartsWith("Wait", StringComparison.OrdinalIgnoreCase));
}

/// <summary>Lays resources out in columns: to the left what others need, each further right than all that it needs itself.</summary>
internal sealed class ResourceGraph
{
    public const int NodeWidth = 190;
    public const int NodeHeight = 52;
    private const int ColumnWidth = NodeWidth + 90;
    private const int RowHeight = NodeHeight + 26;
    private const int Margin = 12;

    public IReadOnlyList<GraphNode> Nodes { get; }

    public IReadOnlyList<GraphEdge> Edges { get; }

    public int Width { get; }

    public int Height { get; }

    public ResourceGraph(IReadOnlyList<Resource> resources)
    {
        var needs = resources.ToDictionary(resource => resource.Name, resource => Needs(resource, resources), StringComparer.Ordinal);
        var columns = resources.ToLookup(resource => Level(resource.Name, needs, []));
        var tallest = columns.Select(column => column.Count()).DefaultIfEmpty().Max();
        Nodes = [.. columns.SelectMany(column => column.Select((resource, row) => new GraphNode(
            resource,
            Margin + (column.Key * ColumnWidth),
            Margin + (row * RowHeight) + ((tallest - column.Count()) * RowHeight / 2))))];
        Edges = [.. from node in Nodes
                    from need in needs[node.Resource.Name]
                    select new GraphEdge(node, Nodes.First(other => other.Resource.Name == need.Key), [.. need.Value])];
        Width = (2 * Margin) + NodeWidth + (columns.Select(column => column.Key).DefaultIfEmpty().Max() * ColumnWidth);
        Height = (2 * Margin) + (tallest * RowHeight);
    }

    /// <summary>The names of what a resource needs, and why. A relationship names all replicas at once.</summary>
    private static Dictionary<string, List<string>> Needs(Resource resource, IReadOnlyList<Resource> all) =>
        (from relationship in resource.Relationships
         from other in all
         where (other.DisplayName == relationship.ResourceName || other.Name == relationship.ResourceName) && other.Name != resource.Name
         group relationship.Type by other.Name)
        .ToDictionary(group => group.Key, group => group.Distinct(StringComparer.OrdinalIgnoreCase).ToList(), StringComparer.Ordinal);

    /// <summary>One more than the furthest that it needs; a circle is cut where it closes.</summary>
    private static int Level(string name, Dictionary<string, Dictionary<string, List<string>>> needs, HashSet<string> path)
    {
        if (!path.Add(name))
            return 0;
        var level = needs[name].Keys.Select(need => path.Contains(need) ? 0 : Level(need, needs, path) + 1).DefaultIfEmpty().Max();
        path.Remove(name);
        return level;
    }
}
