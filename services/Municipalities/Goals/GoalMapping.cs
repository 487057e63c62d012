using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Persistence;

namespace Regio.Municipalities.Goals;

/// <summary>Between the goal tree and its messages. The numbers of the enums are those of the messages.</summary>
internal static class GoalMapping
{
    public static V1.GoalNode ToProto(this GoalNode node) => new()
    {
        Id = node.Id.ToString("D"),
        RegionId = node.RegionId,
        Kind = (V1.GoalNodeKind)node.Kind,
        Title = node.Title,
        OwnerBodyId = node.OwnerBodyId ?? "",
        ParentId = node.ParentId?.ToString("D") ?? "",
        Period = node.Validity.ToProto(),
        Etag = Etag.Of(node.Version),
        IndicatorCode = node.IndicatorCode ?? "",
    };

    public static V1.Orphan ToProto(this Orphan orphan) => new()
    {
        NodeId = orphan.Node.Id.ToString("D"),
        Title = orphan.Node.Title,
        Reason = (V1.OrphanReason)orphan.Reason,
    };
}
