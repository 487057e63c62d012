using Regio.Messages.Municipalities.V1;

namespace Regio.Municipalities.Goals;

/// <summary>What the other services are told of the goal tree.</summary>
internal static class GoalEvents
{
    public static GoalNodeChanged Changed(GoalNode node, DateTimeOffset now) => new()
    {
        GoalNodeId = node.Id,
        AggregateVersion = node.Version,
        OccurredAt = now,
        RegionId = node.RegionId,
        Kind = node.Kind.ToString().ToLowerInvariant(),
        Title = node.Title,
        OwnerBodyId = node.OwnerBodyId ?? "",
        ParentId = node.ParentId,
        ValidFrom = node.Validity.From,
        ValidUntil = node.Validity.Until,
        IndicatorCode = node.IndicatorCode ?? "",
    };
}
