namespace Regio.Municipalities.Goals;

/// <summary>Why a node hangs loose; the numbers are those of the messages.</summary>
internal enum OrphanReason
{
    GoalWithoutEffort = 1,
    GoalWithoutIndicator = 2,
    WithoutParent = 3,
    WithoutOwner = 4,
}

/// <summary>A node that hangs loose.</summary>
internal sealed record Orphan(GoalNode Node, OrphanReason Reason);

/// <summary>The goal tree of a region as it holds on a day.</summary>
/// <param name="Nodes">Each parent before its children; what hangs loose comes last.</param>
/// <param name="Orphans">What hangs loose, in the same order.</param>
internal sealed record GoalTree(IReadOnlyList<GoalNode> Nodes, IReadOnlyList<Orphan> Orphans)
{
    public static GoalTree On(IEnumerable<GoalNode> all, DateOnly day)
    {
        var nodes = all.Where(n => n.Validity.Contains(day)).OrderBy(n => n.Id).ToList();
        var ids = nodes.Select(n => n.Id).ToHashSet();
        var children = nodes.Where(n => n.ParentId is { } parent && ids.Contains(parent)).ToLookup(n => n.ParentId!.Value);
        var tops = nodes.Where(n => n.ParentId is not { } parent || !ids.Contains(parent)).OrderBy(n => n.Kind);
        List<GoalNode> ordered = [.. tops.SelectMany(top => Below(top, children))];
        return new GoalTree(ordered, [.. ordered.SelectMany(node => OrphansOf(node, ids, children))]);
    }

    private static IEnumerable<Orphan> OrphansOf(GoalNode node, HashSet<Guid> ids, ILookup<Guid, GoalNode> children)
    {
        var below = Below(node, children).Skip(1).ToList();
        if (node.Kind == GoalNodeKind.Goal && !below.Exists(n => n.Kind == GoalNodeKind.Effort))
            yield return new Orphan(node, OrphanReason.GoalWithoutEffort);
        if (node.Kind == GoalNodeKind.Goal && !below.Exists(n => n.Kind == GoalNodeKind.Indicator))
            yield return new Orphan(node, OrphanReason.GoalWithoutIndicator);
        if (node.Kind != GoalNodeKind.Goal && !(node.ParentId is { } parent && ids.Contains(parent)))
            yield return new Orphan(node, OrphanReason.WithoutParent);
        if (node.OwnerBodyId is null)
            yield return new Orphan(node, OrphanReason.WithoutOwner);
    }

    private static IEnumerable<GoalNode> Below(GoalNode node, ILookup<Guid, GoalNode> children) =>
        children[node.Id].SelectMany(child => Below(child, children)).Prepend(node);
}
