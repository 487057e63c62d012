using Grpc.Core;
using Npgsql;
using Regio.Municipalities.Tests.Features;
using Regio.Municipalities.Tests.Rpcs;
using Regio.Municipalities.V1;

namespace Regio.Municipalities.Tests.Goals;

/// <summary>The goal tree over real gRPC and PostgreSQL.</summary>
public sealed class GoalTreeTests(MunicipalitiesHost host) : IClassFixture<MunicipalitiesHost>
{
    [Fact]
    public async Task A_goal_with_effort_dossier_indicator_and_owners_hangs_together()
    {
        var goal = await AddAsync(GoalNodeKind.Goal);
        var below = await AddAsync(GoalNodeKind.Goal, goal.Id);
        var effort = await AddAsync(GoalNodeKind.Effort, below.Id);
        var dossier = await AddAsync(GoalNodeKind.Dossier, effort.Id);
        var indicator = await AddAsync(GoalNodeKind.Indicator, dossier.Id);

        var tree = await TreeAsync();

        string[] branch = [goal.Id, below.Id, effort.Id, dossier.Id, indicator.Id];
        Assert.Equal(branch, tree.Nodes.Select(n => n.Id).Where(branch.Contains));
        Assert.DoesNotContain(tree.Orphans, o => branch.Contains(o.NodeId));
    }

    [Fact]
    public async Task What_hangs_loose_is_shown_with_the_reason()
    {
        var goal = await AddAsync(GoalNodeKind.Goal);
        var measured = await AddAsync(GoalNodeKind.Goal);
        await AddAsync(GoalNodeKind.Indicator, measured.Id);
        var loose = GoalSamples.Node(GoalNodeKind.Dossier);
        loose.Node.OwnerBodyId = "";
        var dossier = (await host.Goals.AddGoalNodeAsync(loose)).Node;

        var orphans = (await TreeAsync()).Orphans;

        Assert.Equal([OrphanReason.GoalWithoutEffort, OrphanReason.GoalWithoutIndicator], Reasons(orphans, goal.Id));
        Assert.Equal([OrphanReason.GoalWithoutEffort], Reasons(orphans, measured.Id));
        Assert.Equal([OrphanReason.WithoutParent, OrphanReason.WithoutOwner], Reasons(orphans, dossier.Id));
    }

    [Fact]
    public async Task What_served_a_goal_that_ended_hangs_loose_from_that_day()
    {
        var goal = await AddAsync(GoalNodeKind.Goal);
        var effort = await AddAsync(GoalNodeKind.Effort, goal.Id);
        var ended = goal.Clone();
        ended.Period = new() { StartDate = RoundWays.Past, EndDate = new() { Year = 2024, Month = 1, Day = 1 } };
        await UpdateAsync(ended, "period");

        Assert.Empty(Reasons((await TreeAsync(2023)).Orphans, effort.Id));
        Assert.Equal([OrphanReason.WithoutParent], Reasons((await TreeAsync(2024)).Orphans, effort.Id));
        Assert.DoesNotContain((await TreeAsync(2024)).Nodes, n => n.Id == goal.Id);
    }

    [Fact]
    public async Task A_node_has_its_place_and_never_hangs_below_itself()
    {
        var goal = await AddAsync(GoalNodeKind.Goal);
        var below = await AddAsync(GoalNodeKind.Goal, goal.Id);
        var moved = goal.Clone();
        moved.ParentId = below.Id;

        await Refusals.IsRefusedAsync("GOAL_TREE_CIRCULAR", StatusCode.FailedPrecondition, () => UpdateAsync(moved, "parent_id"));
        await Refusals.IsRefusedAsync("GOAL_NODE_MISPLACED", StatusCode.FailedPrecondition, () => AddAsync(GoalNodeKind.Dossier, goal.Id));
        await Refusals.IsRefusedAsync("FIELD_NOT_UPDATABLE", StatusCode.InvalidArgument, () => UpdateAsync(goal, "kind"));
        var refused = await Assert.ThrowsAsync<PostgresException>(() => host.Database.ExecuteAsync($"update goal_node set parent_id = id where id = '{goal.Id}'"));
        Assert.Equal(PostgresErrorCodes.CheckViolation, refused.SqlState);
    }

    [Fact]
    public async Task Of_two_who_move_goals_below_each_other_one_is_refused()
    {
        var (one, other) = (await AddAsync(GoalNodeKind.Goal), await AddAsync(GoalNodeKind.Goal));
        (one.ParentId, other.ParentId) = (other.Id, one.Id);

        var answers = await Task.WhenAll(new[] { one, other }.Select(async node =>
        {
            try
            {
                await UpdateAsync(node, "parent_id");
                return StatusCode.OK;
            }
            catch (RpcException refused)
            {
                return refused.StatusCode;
            }
        }));

        Assert.Equal([StatusCode.OK, StatusCode.FailedPrecondition], answers.Order());
    }

    [Fact]
    public async Task An_update_changes_what_it_names_and_nothing_that_changed_meanwhile()
    {
        var goal = await AddAsync(GoalNodeKind.Goal);
        var changed = goal.Clone();
        (changed.Title, changed.OwnerBodyId) = ("Korter wachten", "GM0106:executive");
        Assert.Equal(("Korter wachten", "JHRD:ABO"), Told(await UpdateAsync(changed, "title")));

        await Refusals.IsRefusedAsync("ETAG_MISMATCH", StatusCode.Aborted, () => UpdateAsync(changed, "title"));
    }

    [Fact]
    public async Task An_indicator_names_its_figures_and_each_change_is_told_whole()
    {
        var goal = await AddAsync(GoalNodeKind.Goal);
        var asked = GoalSamples.Node(GoalNodeKind.Indicator, goal.Id);
        asked.Node.IndicatorCode = "youth-care-use";
        var indicator = (await host.Goals.AddGoalNodeAsync(asked)).Node;
        indicator.IndicatorCode = "waiting-time";
        Assert.Equal("waiting-time", (await UpdateAsync(indicator, "indicator_code")).IndicatorCode);

        Assert.Equal(
            [$"1 JHRD indicator JHRD:ABO {goal.Id} youth-care-use", $"2 JHRD indicator JHRD:ABO {goal.Id} waiting-time"],
            (await host.Database.ScalarAsync<string>(
                $"""
                 select string_agg(concat_ws(' ', b ->> 'aggregateVersion', b ->> 'regionId', b ->> 'kind', b ->> 'ownerBodyId', b ->> 'parentId', b ->> 'indicatorCode'), ';' order by sequence)
                 from outbox_message, lateral (select body::jsonb as b) told where message_type like '%GoalNodeChanged%' and lane = '{indicator.Id}'
                 """))!.Split(';'));
        goal.IndicatorCode = "youth-care-use";
        await Refusals.IsRefusedAsync("GOAL_NODE_NOT_MEASURED", StatusCode.InvalidArgument, () => UpdateAsync(goal, "indicator_code"));
    }

    private static (string Title, string Owner) Told(GoalNode node) => (node.Title, node.OwnerBodyId);

    private static IEnumerable<OrphanReason> Reasons(IEnumerable<Orphan> orphans, string id) => orphans.Where(o => o.NodeId == id).Select(o => o.Reason);

    private async Task<GoalNode> AddAsync(GoalNodeKind kind, string parent = "") => (await host.Goals.AddGoalNodeAsync(GoalSamples.Node(kind, parent))).Node;

    private async Task<GoalNode> UpdateAsync(GoalNode node, string path) => (await host.Goals.UpdateGoalNodeAsync(
        new() { RequestId = RoundWays.NewId(), Node = node, UpdateMask = new() { Paths = { path } } })).Node;

    private async Task<GetGoalTreeResponse> TreeAsync(int year = 2026) =>
        await host.Goals.GetGoalTreeAsync(new() { RegionId = "JHRD", AsOf = new() { Year = year, Month = 6, Day = 1 } });
}
