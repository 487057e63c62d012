using Regio.Municipalities.Tests.Features;
using Regio.Municipalities.V1;
using Regio.Testing.Rpcs;

namespace Regio.Municipalities.Tests.Rpcs;

/// <summary>Right requests about the goal tree, for the table over all rpcs.</summary>
internal sealed class GoalSamples(MunicipalitiesHost host) : ISampleRequests
{
    public void AddTo(Samples samples) => samples
        .Add(async () => Node(GoalNodeKind.Effort, await GoalAsync()))
        .Add(async () => new UpdateGoalNodeRequest
        {
            Node = new() { Id = await GoalAsync(), Title = "Korter wachten", OwnerBodyId = "JHRD:ABO", ParentId = await GoalAsync() },
            UpdateMask = new() { Paths = { "title", "owner_body_id", "parent_id" } },
        })
        .Add(() => new GetGoalTreeRequest { RegionId = "JHRD" });

    public static AddGoalNodeRequest Node(GoalNodeKind kind, string parent = "") => new()
    {
        RequestId = GeneratedRequest.NewId(),
        Node = new() { RegionId = "JHRD", Kind = kind, Title = $"Proef {kind}", OwnerBodyId = "JHRD:ABO", ParentId = parent, Period = new() { StartDate = RoundWays.Past } },
    };

    private async Task<string> GoalAsync() => (await host.Goals.AddGoalNodeAsync(Node(GoalNodeKind.Goal))).Node.Id;
}
