using Grpc.Core;
using Npgsql;
using Regio.ExpertTable.V1;
using Regio.ServiceDefaults.Security;

namespace Regio.ExpertTable.Tests.Features;

/// <summary>Guides, the waiting list and the limits, through the real service; each test has a table of its own.</summary>
public sealed class CapacityTests(Suite suite)
{
    [Fact]
    public async Task However_many_ask_at_once_a_guide_takes_six_and_the_others_wait_in_turn()
    {
        await using var host = await HostAsync();
        var guide = await host.StaffAsync();
        var cases = await CasesAsync(host, 10);

        var answers = await Task.WhenAll(cases.Select(async id => await host.Capacity(Roles.ProcessGuide).RequestGuideAsync(Staff.Ask(id))));

        Assert.Equal(6, answers.Count(a => a.Case.GuideId == guide.Id && a.WaitingPosition == 0));
        Assert.Equal([1, 2, 3, 4], answers.Where(a => a.WaitingPosition > 0).Select(a => a.WaitingPosition).Order());
        var waiting = (await host.Capacity().ListWaitingCasesAsync(new())).Cases;
        Assert.Equal(answers.Where(a => a.WaitingPosition > 0).OrderBy(a => a.WaitingPosition).Select(a => a.Case.Id), waiting.Select(c => c.Id));
        Assert.Equal(4, await host.CountAsync("select count(*) from case_read where method = 'ListWaitingCases'"));
        Assert.Equal(
            Enumerable.Range(1, 6), await host.Database.ScalarAsync<int[]>("select array_agg(number order by number) from guide_place"));
    }

    [Fact]
    public async Task Assigned_at_once_to_many_guides_the_table_takes_exactly_its_limit()
    {
        await using var host = await HostAsync();
        await host.Capacity(Roles.Regiomanager).RecordCapacityTermAsync(Staff.Term(perGuide: 6, inAll: 8));
        var guides = new[] { await host.StaffAsync(), await host.StaffAsync(), await host.StaffAsync() };
        var cases = await CasesAsync(host, 14);

        var answers = await Task.WhenAll(cases.Select(async (id, i) =>
            await Record.ExceptionAsync(async () => await host.Capacity().AssignGuideAsync(Staff.Assign(id, guides[i % 3].Id)))));

        Assert.Equal(8, answers.Count(a => a is null));
        Assert.All(answers.OfType<RpcException>(), r => Assert.Equal((StatusCode.FailedPrecondition, "TABLE_FULL"), (r.StatusCode, r.Reason())));
        Assert.Equal(8, await host.CountAsync("select count(*) from guide_place"));
        Assert.Equal(8, await host.CountAsync("select count(*) from case_file where guide_id is not null"));
    }

    [Fact]
    public async Task A_seventh_case_takes_a_reason_which_is_in_the_file_and_counted()
    {
        await using var host = await HostAsync();
        var guide = await host.StaffAsync();
        var cases = await CasesAsync(host, 7);
        foreach (var id in cases[..6])
            await host.Capacity().AssignGuideAsync(Staff.Assign(id, guide.Id));

        var refused = await Refused.ByAsync(async () => await host.Capacity().AssignGuideAsync(Staff.Assign(cases[6], guide.Id)));
        var seventh = (await host.Capacity().AssignGuideAsync(Staff.Assign(cases[6], guide.Id, "Het gezin kent haar al."))).Case;

        Assert.Equal((StatusCode.FailedPrecondition, "GUIDE_FULL", "guide_id"), (refused.StatusCode, refused.Reason(), refused.Field()));
        Assert.Equal(guide.Id, seventh.GuideId);
        var record = Assert.Single((await host.ReadAsync(seventh.Id)).Records, r => r.Kind == CaseRecordKind.GuideAssigned);
        Assert.Equal(("Het gezin kent haar al.", guide.Id), (record.Text, Assert.Single(record.Codes)));
        var load = Assert.Single((await host.Capacity(Roles.Regiomanager).GetCapacityAsync(new())).Loads);
        Assert.Equal((7, 1, 7, 0), (load.TakenCount, load.OverrideCount, load.OpenCount, load.LeftCount));
    }

    [Fact]
    public async Task Who_waits_longest_goes_first_when_a_guide_comes()
    {
        await using var host = await HostAsync();
        var cases = await CasesAsync(host, 3);
        foreach (var id in cases)
            await host.Capacity().RequestGuideAsync(Staff.Ask(id));
        var guide = await host.StaffAsync();

        var second = await host.Capacity().RequestGuideAsync(Staff.Ask(cases[1]));
        var first = await host.Capacity().RequestGuideAsync(Staff.Ask(cases[0]));
        var secondAgain = await host.Capacity().RequestGuideAsync(Staff.Ask(cases[1]));

        Assert.Equal((2, ""), (second.WaitingPosition, second.Case.GuideId));
        Assert.Equal((0, guide.Id), (first.WaitingPosition, first.Case.GuideId));
        Assert.Equal((0, guide.Id), (secondAgain.WaitingPosition, secondAgain.Case.GuideId));
        Assert.Equal([cases[2]], (await host.Capacity().ListWaitingCasesAsync(new())).Cases.Select(c => c.Id));
        await host.Chair.TriageCaseAsync(Requests.Return(cases[2]));
        Assert.Empty((await host.Capacity().ListWaitingCasesAsync(new())).Cases);
    }

    [Fact]
    public async Task A_guide_who_stops_leaves_the_case_to_another_and_the_place_stays_taken()
    {
        await using var host = await HostAsync();
        var (guide, other) = (await host.StaffAsync(), await host.StaffAsync());
        var id = (await CasesAsync(host, 1))[0];
        await host.Capacity().AssignGuideAsync(Staff.Assign(id, guide.Id));

        Assert.Equal("GUIDE_PRESENT", (await Refused.ByAsync(async () => await host.Capacity().AssignGuideAsync(Staff.Assign(id, other.Id)))).Reason());
        await host.Capacity().EndGuideAsync(Staff.End(id));
        Assert.Equal("GUIDE_MISSING", (await Refused.ByAsync(async () => await host.Capacity().EndGuideAsync(Staff.End(id)))).Reason());
        await host.Capacity().AssignGuideAsync(Staff.Assign(id, other.Id));

        var capacity = await host.Capacity().GetCapacityAsync(new());
        Assert.Equal((2, 10), (capacity.TakenCount, capacity.LeftCount));
        Assert.Equal([(1, 0), (1, 1)], capacity.Loads.Select(l => (l.TakenCount, l.OpenCount)));
    }

    [Fact]
    public async Task Only_who_is_in_office_for_that_work_is_assigned()
    {
        await using var host = await HostAsync();
        var (guide, broker) = (await host.StaffAsync(), await host.StaffAsync(StaffKind.CareBroker));
        var id = (await CasesAsync(host, 1))[0];
        var ended = (await host.Capacity().EndStaffMemberAsync(new() { RequestId = ExpertTableHost.NewId(), Id = guide.Id, EndDate = ExpertTableHost.Today })).Member;

        Assert.Equal(ExpertTableHost.Today, ended.Validity.EndDate);
        foreach (var wrong in new[] { guide.Id, broker.Id })
        {
            var refused = await Refused.ByAsync(async () => await host.Capacity().AssignGuideAsync(Staff.Assign(id, wrong)));
            Assert.Equal(("STAFF_MEMBER_NOT_IN_OFFICE", "guide_id"), (refused.Reason(), refused.Field()));
        }

        var brokered = (await host.Capacity(Roles.ProcessGuide).AssignCareBrokerAsync(new() { RequestId = ExpertTableHost.NewId(), Id = id, CareBrokerId = broker.Id })).Case;
        Assert.Equal(broker.Id, brokered.CareBrokerId);
        Assert.Equal(1, (await host.Capacity().GetCapacityAsync(new())).Loads.Single(l => l.Member.Kind == StaffKind.CareBroker).OpenCount);
        Assert.Equal([broker.Id], (await host.Capacity().ListStaffMembersAsync(new())).Members.Select(m => m.Id));
    }

    [Fact]
    public async Task One_person_does_one_work_once_at_a_time_even_when_recorded_at_once()
    {
        await using var host = await HostAsync();
        var subject = "one guide";

        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(async _ =>
            await Record.ExceptionAsync(async () => await host.Capacity().RecordStaffMemberAsync(new(Staff.Member()) { Subject = subject }))));

        Assert.Single(answers, a => a is null);
        Assert.All(answers.OfType<RpcException>(), r => Assert.Equal((StatusCode.AlreadyExists, "STAFF_MEMBER_PRESENT", "subject"), (r.StatusCode, r.Reason(), r.Field())));
    }

    [Fact]
    public async Task What_if_there_were_more_guides_is_worked_out_and_stored_nowhere()
    {
        await using var host = await HostAsync();
        await host.StaffAsync();
        foreach (var id in await CasesAsync(host, 2))
            await host.Capacity().AssignGuideAsync(Staff.Assign(id, (await host.StaffAsync()).Id));

        var asItIs = await host.Capacity(Roles.Regiomanager).PreviewCapacityAsync(new() { ExpectedCount = 40 });
        var without = await host.Capacity(Roles.Regiomanager).PreviewCapacityAsync(new() { GuideCount = 0, ExpectedCount = 1 });
        var usual = await host.Capacity(Roles.Regiomanager).PreviewCapacityAsync(new());

        Assert.True(asItIs.LimitedByTotal);
        Assert.Equal(40 - asItIs.PlaceCount, asItIs.WaitingCount);
        Assert.Equal((0, 1, 1), (without.PlaceCount, without.WaitingCount, without.NeededGuideCount));
        Assert.Equal(1, usual.DemandCount);
    }

    [Fact]
    public async Task The_next_quarter_tells_care_brokers_and_chairs_too()
    {
        await using var host = await HostAsync();
        var broker = await host.StaffAsync(StaffKind.CareBroker);
        await host.StaffAsync(StaffKind.Chair);
        var cases = await CasesAsync(host, 2);
        await host.Capacity().AssignCareBrokerAsync(new() { RequestId = ExpertTableHost.NewId(), Id = cases[0], CareBrokerId = broker.Id });

        var asItIs = await host.Capacity(Roles.Regiomanager).PreviewCapacityAsync(new() { ExpectedCount = 2 });
        var what = await host.Capacity(Roles.Regiomanager).PreviewCapacityAsync(
            new() { ExpectedCount = 2, CareBrokerCount = 1, CasesPerCareBroker = 1, ChairMinutesPerMonth = 60, ChairMinutesPerCase = 60 });

        Assert.Equal((2, 20, 0, 1), (asItIs.CareBrokerCaseCount, asItIs.CareBrokerPlaceCount, asItIs.CareBrokerShortCount, asItIs.NeededCareBrokerCount));
        Assert.Equal((3 * 520, 4 * 120), (asItIs.ChairMinutes, asItIs.ChairNeededMinutes));
        Assert.Equal((2, 1, 1, 2), (what.CareBrokerCaseCount, what.CareBrokerPlaceCount, what.CareBrokerShortCount, what.NeededCareBrokerCount));
        Assert.Equal((180, 240, 60), (what.ChairMinutes, what.ChairNeededMinutes, what.ChairShortMinutes));
    }

    [Theory]
    [InlineData("update guide_place set number = 2", "23001")]
    [InlineData("delete from capacity_term", "23001")]
    [InlineData("insert into guide_place select gen_random_uuid(), case_id, guide_id, year, 7, 7, 6, 36, false, now(), 'x' from guide_place", "23514")]
    [InlineData("insert into guide_place select gen_random_uuid(), case_id, guide_id, year, number, 2, 6, 36, false, now(), 'x' from guide_place", "23505")]
    [InlineData("insert into guide_place select gen_random_uuid(), case_id, guide_id, year, 2, 2, 6, 1, false, now(), 'x' from guide_place", "23514")]
    public async Task The_database_keeps_the_limits_too(string statement, string state)
    {
        await using var host = await HostAsync();
        await host.Capacity().AssignGuideAsync(Staff.Assign((await CasesAsync(host, 1))[0], (await host.StaffAsync()).Id));

        var refused = await Assert.ThrowsAsync<PostgresException>(() => host.Database.ExecuteAsync(statement));

        Assert.Equal(state, refused.SqlState);
    }

    private async Task<ExpertTableHost> HostAsync()
    {
        var host = new ExpertTableHost(suite);
        await host.InitializeAsync();
        return host;
    }

    private static async Task<List<string>> CasesAsync(ExpertTableHost host, int count)
    {
        var cases = new List<string>();
        for (var i = 0; i < count; i++)
            cases.Add((await host.CaseInAsync(CaseState.Registered)).Id);
        return cases;
    }
}
