using Regio.Procurement.CareOrders.Trajectories;
using Regio.Procurement.Tests.Features;
using Regio.Procurement.V1;
using static Regio.Procurement.Tests.CareOrders.CareLetters;

namespace Regio.Procurement.Tests.CareOrders;

/// <summary>What reporting is told of the care of a client by an assignment.</summary>
[Collection(nameof(ProcurementHost))]
public sealed class TrajectoryTests(ProcurementHost host)
{
    private static readonly DateOnly s_january = new(2026, 1, 1);

    private readonly CareFiles _files = new(host);
    private readonly CareLetters _letters = new(host.NewAgbCode());
    private readonly long _number = NewAssignment();

    [Fact]
    public async Task A_trajectory_begins_with_its_start_grows_by_claims_and_ends_with_its_stop()
    {
        await TakesAsync(_letters.Assign(Assigned(_number)));
        Assert.Empty(await ToldAsync());

        await TakesAsync(_letters.Start(_number, FirstDay));
        await TakesAsync(_letters.Claim($"D{NewAssignment()}", s_january, Line(_number, s_january, 10)));
        await TakesAsync(_letters.Stop(_number, FirstDay, new DateOnly(2026, 3, 31), reason: "20"));
        await TakesAsync(_letters.Stop(_number, FirstDay, new DateOnly(2026, 4, 30)));

        // A pause ends nothing, and what changes nothing is not told.
        Assert.Equal(["1 GM0106 45 45A99 2026-01-05 - 0", "2 GM0106 45 45A99 2026-01-05 - 95000", "3 GM0106 45 45A99 2026-01-05 2026-04-30 95000"], await ToldAsync());
    }

    [Fact]
    public async Task A_start_that_is_taken_back_leaves_no_trajectory_and_is_told()
    {
        await TakesAsync(_letters.Assign(Assigned(_number)));
        await TakesAsync(_letters.Start(_number, FirstDay));

        await TakesAsync(_letters.Start(_number, FirstDay, status: "3"));

        Assert.Equal(["1 GM0106 45 45A99 2026-01-05 - 0", "2 GM0106 45 45A99 - - 0"], await ToldAsync());
    }

    [Fact]
    public async Task All_trajectories_of_a_client_bear_one_pseudonym_that_is_used_nowhere_else()
    {
        var other = NewAssignment();
        var (first, next) = (Assigned(_number, end: new DateOnly(2026, 3, 31)), Assigned(other));
        next.Ingangsdatum = new DateOnly(2026, 4, 1);
        await TakesAsync(_letters.Assign(first, next));
        await TakesAsync(_letters.Starts(Started(_number, FirstDay), Started(other, new DateOnly(2026, 4, 1))));

        var pseudonyms = (await host.Database.ScalarAsync<string>($"select string_agg(distinct e->>'clientPseudonym', ' ') from ({Events}) told"))!.Split(' ');

        var pseudonym = Guid.Parse(Assert.Single(pseudonyms));
        Assert.Equal(0, await host.Database.ScalarAsync<long>($"select count(*) from care_client where id = '{pseudonym}'"));
        Assert.Equal(2, await host.Database.ScalarAsync<long>($"select count(*) from ({Events}) told"));
    }

    [Fact]
    public void What_was_told_already_is_not_told_again_and_a_stop_before_its_start_is_a_day()
    {
        var trajectory = CareTrajectory.Empty(Guid.CreateVersion7());
        var facts = new TrajectoryFacts("45", "45A99", 5, WithStay: false, FirstDay, EndedOn: null, 0);

        Assert.True(trajectory.Recount(facts));
        Assert.False(trajectory.Recount(facts));
        Assert.True(trajectory.Recount(facts with { EndedOn = FirstDay.AddDays(-1) }));
        Assert.Equal((2, FirstDay), (trajectory.Version, trajectory.Facts.EndedOn));
    }

    private string Events =>
        $"""
         select body::jsonb as e, sequence from outbox_message
         where message_type like '%CareTrajectoryChanged%' and lane in (select id::text from care_assignment where provider_agb_code = '{_letters.AgbCode}')
         """;

    private async Task TakesAsync(byte[] file)
    {
        var answer = await _files.DeliverAsync(file);
        Assert.True(answer.Message.Outcome == CareMessageOutcome.Taken, string.Join(' ', answer.Findings));
    }

    private async Task<string[]> ToldAsync() => (await host.Database.ScalarAsync<string?>(
        $"""
         select string_agg(concat_ws(' ', e->>'aggregateVersion', e->>'municipalityId', e->>'careCategory', e->>'careCode', coalesce(e->>'startedOn', '-'),
             coalesce(e->>'endedOn', '-'), e->>'amountCents'), '|' order by sequence)
         from ({Events}) told
         """))?.Split('|') ?? [];
}
