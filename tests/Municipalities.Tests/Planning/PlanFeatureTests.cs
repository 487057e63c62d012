using Grpc.Core;
using Npgsql;
using Regio.Municipalities.Tests.Features;
using Regio.Municipalities.Tests.Rounds;
using Regio.Municipalities.Tests.Rpcs;
using Regio.Municipalities.V1;

namespace Regio.Municipalities.Tests.Planning;

/// <summary>Plans, baselines, gates and laws over real gRPC and PostgreSQL.</summary>
public sealed class PlanFeatureTests(MunicipalitiesHost host) : IClassFixture<MunicipalitiesHost>
{
    private readonly PlanWays _ways = new(host);

    [Fact]
    public async Task The_joint_arrangement_slips_against_each_baseline_and_its_three_claims_stay()
    {
        var plan = await _ways.WithMilestoneAsync();
        await host.Planning.SetBaselineAsync(PlanWays.Basing(plan));
        foreach (var (month, day) in new[] { (7, 11), (9, 1), (10, 1) })
            await host.Planning.RecordMilestoneDateAsync(PlanWays.Dating(plan, MilestoneDateKind.Claim, PlanWays.Vague(2025, month, day, DatePrecision.By)));
        await host.Planning.RecordMilestoneDateAsync(PlanWays.Dating(plan, MilestoneDateKind.Forecast, PlanWays.Vague(2025, 9, 1, DatePrecision.By)));
        await host.Planning.SetBaselineAsync(PlanWays.Basing(plan, "Herijking"));
        await host.Planning.RecordMilestoneDateAsync(PlanWays.Dating(plan, MilestoneDateKind.Forecast, PlanWays.Vague(2025, 10, 1, DatePrecision.Quarter)));

        var read = await _ways.ReadAsync(plan, new() { Year = 2026, Month = 1, Day = 1 });
        var adoption = Assert.Single(read.Milestones);

        Assert.Equal([(1, 184, true), (2, 121, true)], adoption.Slips.Select(s => (s.BaselineNumber, s.Days, s.Certain)));
        Assert.Equal(MilestoneStanding.Late, adoption.Standing);
        Assert.Equal([true, true, false], adoption.Dates.Where(d => d.Kind == MilestoneDateKind.Claim).Select(d => d.Contradicts));
        Assert.Equal(["Brief april 2024", "Herijking"], read.Baselines.Select(b => b.Title));
        foreach (var table in new[] { "milestone", "milestone_date", "plan_baseline", "plan_baseline_date" })
            await Assert.ThrowsAsync<PostgresException>(() => host.Database.ExecuteAsync($"delete from {table} where plan_id = '{plan}'"));
    }

    [Fact]
    public async Task A_step_is_blocked_until_the_round_before_it_is_adopted()
    {
        var ways = new RoundWays(host);
        var round = await ways.ToAdoptAsync();
        var plan = await _ways.PlanAsync();
        var gate = PlanWays.Adding(plan);
        gate.Milestone.GateRoundId = round;
        await host.Planning.AddMilestoneAsync(gate);
        var next = PlanWays.Adding(plan, "set-up");
        next.Milestone.DependsOn.Add("adoption");
        Assert.Equal(["adoption"], (await host.Planning.AddMilestoneAsync(next)).Milestone.BlockedBy);

        foreach (var council in Drenthe.Councils)
            await host.Decisions.RecordDecisionAsync(RoundWays.Vote(round, council));

        // The councils decided that day; the day before the gate was closed.
        var before = (await _ways.ReadAsync(plan, new() { Year = 2021, Month = 1, Day = 14 })).Milestones;
        Assert.All(before, m => Assert.Equal((MilestoneStanding.Blocked, 1), (m.Standing, m.BlockedBy.Count)));
        Assert.All((await _ways.ReadAsync(plan, RoundWays.Past)).Milestones, m => Assert.Equal((MilestoneStanding.OnItsWay, 0), (m.Standing, m.BlockedBy.Count)));
        await Refusals.IsRefusedAsync("MILESTONE_UNKNOWN", StatusCode.NotFound, async () =>
        {
            var unknown = PlanWays.Adding(plan, "later");
            unknown.Milestone.DependsOn.Add("nooit");
            await host.Planning.AddMilestoneAsync(unknown);
        });
    }

    [Fact]
    public async Task A_law_that_moves_makes_a_forecast_that_names_it_and_the_baseline_stays()
    {
        var (law, plan) = (await _ways.LawAsync(), await _ways.PlanAsync());
        await host.Laws.RecordLawDateAsync(PlanWays.Stepping(law, 2026));
        var hanging = PlanWays.Adding(plan, "contracts");
        hanging.Milestone.Law = new() { LawCode = law, Status = LawStatus.InForce, MonthsAfter = 6 };
        var added = (await host.Planning.AddMilestoneAsync(hanging)).Milestone;
        Assert.Equal((2026, 7, law), (added.Date.Date.Year, added.Date.Date.Month, added.Dates[^1].LawCode));
        await host.Planning.SetBaselineAsync(PlanWays.Basing(plan));

        var moved = await host.Laws.RecordLawDateAsync(PlanWays.Stepping(law, 2027));

        Assert.Equal((plan, "contracts"), (Assert.Single(moved.Moved).PlanId, moved.Moved[0].MilestoneCode));
        var milestone = Assert.Single((await _ways.ReadAsync(plan)).Milestones);
        Assert.Equal((2027, 3, 365), (milestone.Date.Date.Year, milestone.Dates.Count, Assert.Single(milestone.Slips).Days));
        var listed = Assert.Single((await host.Laws.ListLawsAsync(new() { Name = law.ToUpperInvariant() })).Laws);
        Assert.Equal([2026, 2027], listed.Dates.Select(d => d.Date.Year));
        Assert.Contains((await host.Laws.ListLawsAsync(new() { Name = "hervormingswet", PageSize = 500 })).Laws, l => l.Code == law);
        Assert.Equal(1, await host.Database.ScalarAsync<long>($"select count(*) from timeline_entry where name like 'plans/{plan}/%' and text like 'Volgt uit%' and title like '%bijgesteld%' and subject like 'Planning%' and happened_on > '2026-01-01' and name like '%/dates/3'"));
        await Assert.ThrowsAsync<PostgresException>(() => host.Database.ExecuteAsync($"update law_date set day = '2030-01-01' where law_code = '{law}'"));
    }

    [Fact]
    public async Task A_plan_has_a_title_of_its_own_and_its_changes_are_told_in_order()
    {
        var request = PlanWays.Creating();
        var plan = (await host.Planning.CreatePlanAsync(request)).Plan;
        request.RequestId = RoundWays.NewId();
        await Refusals.IsRefusedAsync("PLAN_TITLE_TAKEN", StatusCode.AlreadyExists, async () => await host.Planning.CreatePlanAsync(request));
        await host.Planning.AddMilestoneAsync(PlanWays.Adding(plan.Id));
        await host.Planning.RecordMilestoneDateAsync(PlanWays.Dating(plan.Id, MilestoneDateKind.Reached, PlanWays.Vague(2021, 1, 15, DatePrecision.Day)));
        await Refusals.IsRefusedAsync("MILESTONE_REACHED", StatusCode.FailedPrecondition, async () =>
            await host.Planning.RecordMilestoneDateAsync(PlanWays.Dating(plan.Id, MilestoneDateKind.Reached, PlanWays.Vague(2021, 1, 15, DatePrecision.Day))));

        Assert.Equal("1,2,3", await host.Database.ScalarAsync<string>($"select string_agg(body::jsonb ->> 'aggregateVersion', ',' order by sequence) from outbox_message where lane = '{plan.Id}'"));
        await host.Planning.CreatePlanAsync(PlanWays.Creating());
        var first = await host.Planning.ListPlansAsync(new() { RegionId = "JHRD", PageSize = 1 });
        Assert.NotEqual(first.Plans[0].Id, (await host.Planning.ListPlansAsync(new() { RegionId = "JHRD", PageSize = 1, PageToken = first.NextPageToken })).Plans.FirstOrDefault()?.Id);
    }
}
