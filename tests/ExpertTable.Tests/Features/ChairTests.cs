using Regio.ExpertTable.V1;
using Regio.ServiceDefaults.Security;

namespace Regio.ExpertTable.Tests.Features;

/// <summary>Whose case it is at the table, and how it goes from one chair to another.</summary>
public sealed class ChairTests(ExpertTableHost host) : IClassFixture<ExpertTableHost>
{
    [Fact]
    public async Task A_case_that_nobody_chairs_is_seen_by_all_chairs_until_one_takes_it_up()
    {
        var (first, second) = (Chair("the first"), Chair("the second"));
        var id = (await host.CaseInAsync(CaseState.Registered)).Id;
        Assert.Equal("", (await host.ReadAsync(id, second)).Chair);

        Assert.Equal("the first", (await first.TriageCaseAsync(Requests.Accept(id))).Case.Chair);

        Assert.Equal("CASE_UNKNOWN", (await Refused.ByAsync(() => host.ReadAsync(id, second))).Reason());
        Assert.Equal(CaseRecordKind.ChairAssigned, (await host.ReadAsync(id, first)).Records[0].Kind);
    }

    [Fact]
    public async Task A_refused_change_takes_nothing_up()
    {
        var id = (await host.CaseInAsync(CaseState.Registered)).Id;

        Assert.Equal("CASE_STATE", (await Refused.ByAsync(async () => await Chair("the hasty").GiveAdviceAsync(Requests.Advice(id)))).Reason());

        Assert.Equal("", (await host.ReadAsync(id)).Chair);
    }

    [Fact]
    public async Task Two_chairs_at_once_leave_one_chair()
    {
        var id = (await host.CaseInAsync(CaseState.Registered)).Id;

        var answers = await Task.WhenAll(new[] { "x", "y", "z" }.Select(async who => await Record.ExceptionAsync(async () => await Chair(who).TriageCaseAsync(Requests.Accept(id)))));

        Assert.Single(answers, a => a is null);
        Assert.Equal(1, await host.CountAsync($"select count(*) from case_file where id = '{id}' and chair in ('x', 'y', 'z')"));
    }

    [Fact]
    public async Task A_chair_hands_a_case_to_another_who_is_in_office_and_sees_it_no_longer()
    {
        var from = Chair("who leaves");
        var id = (await from.RegisterCaseAsync(Requests.Register())).Case.Id;
        var to = await host.Capacity().RecordStaffMemberAsync(Staff.Member(StaffKind.Chair));
        CaseFollowUpService.CaseFollowUpServiceClient followUp = new(host.Invoker(Regio.Testing.TestTokens.Create(new() { Subject = "who leaves", Roles = [Roles.TableChair] })));

        var nobody = await Refused.ByAsync(async () => await followUp.AssignChairAsync(Hand(id, "nobody")));
        var same = await Refused.ByAsync(async () => await followUp.AssignChairAsync(Hand(id, "who leaves")));
        await followUp.AssignChairAsync(Hand(id, to.Member.Subject));

        Assert.Equal(("STAFF_MEMBER_NOT_IN_OFFICE", "chair", "CHAIR_PRESENT"), (nobody.Reason(), nobody.Field(), same.Reason()));
        Assert.Equal("CASE_UNKNOWN", (await Refused.ByAsync(() => host.ReadAsync(id, from))).Reason());
        Assert.Equal(id, (await host.ReadAsync(id, Chair(to.Member.Subject))).Id);
    }

    [Fact]
    public async Task The_regiomanager_hands_over_all_cases_of_a_chair_who_is_away_and_sees_how_many()
    {
        var away = Chair("who is away");
        var ids = new[] { (await away.RegisterCaseAsync(Requests.Register())).Case.Id, (await away.RegisterCaseAsync(Requests.Register("GM0114"))).Case.Id };
        var to = (await host.Capacity().RecordStaffMemberAsync(Staff.Member(StaffKind.Chair))).Member.Subject;

        var answer = await host.Capacity(Roles.Regiomanager).HandOverCasesAsync(new() { RequestId = ExpertTableHost.NewId(), FromChair = "who is away", ToChair = to });

        Assert.Equal(2, answer.CaseCount);
        Assert.Subset((await Chair(to).ListCasesAsync(new() { PageSize = 500 })).Cases.Select(c => c.Id).ToHashSet(), ids.ToHashSet());
        Assert.Equal("CASE_UNKNOWN", (await Refused.ByAsync(() => host.ReadAsync(ids[0], away))).Reason());
    }

    private static AssignChairRequest Hand(string id, string chair) => new() { RequestId = ExpertTableHost.NewId(), Id = id, Chair = chair };

    private CaseService.CaseServiceClient Chair(string subject) => host.As(Roles.TableChair, subject: subject);
}
