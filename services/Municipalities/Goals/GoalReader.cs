using Microsoft.EntityFrameworkCore;
using Regio.Municipalities.Persistence;
using Regio.ServiceDefaults.Errors;

namespace Regio.Municipalities.Goals;

/// <summary>Finds nodes of the goal tree.</summary>
internal static class GoalReader
{
    /// <summary>The tree of a region is changed by one after another: two moves that are right apart can be a circle together.</summary>
    public static Task LockTreeAsync(this MunicipalitiesDbContext db, string regionId, CancellationToken ct) =>
        db.Database.ExecuteSqlAsync($"select from region where id = {regionId} for no key update", ct);

    public static async Task<GoalNode> NodeAsync(this MunicipalitiesDbContext db, string id, string field, CancellationToken ct)
    {
        var key = Guid.ParseExact(id, "D");
        return await db.Set<GoalNode>().SingleOrDefaultAsync(n => n.Id == key, ct)
            ?? throw new DomainException(GoalRules.Unknown, field, new Dictionary<string, string> { ["node_id"] = id });
    }

    /// <summary>The node that is named as parent; null when none is.</summary>
    public static async Task<GoalNode?> ParentAsync(this MunicipalitiesDbContext db, string id, CancellationToken ct) =>
        id.Length == 0 ? null : await db.NodeAsync(id, "node.parent_id", ct);

    /// <summary>What a node hangs below, up to the top.</summary>
    public static async Task<IReadOnlyList<GoalNode>> AboveAsync(this MunicipalitiesDbContext db, GoalNode? node, CancellationToken ct)
    {
        var above = new List<GoalNode>();
        while (node?.ParentId is { } parent)
            above.Add(node = await db.Set<GoalNode>().SingleAsync(n => n.Id == parent, ct));
        return above;
    }
}
