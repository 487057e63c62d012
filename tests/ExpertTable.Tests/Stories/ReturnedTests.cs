using Regio.ExpertTable.V1;
using Regio.ServiceDefaults.Security;

namespace Regio.ExpertTable.Tests.Stories;

/// <summary>A child that the table does not take, and that is not bounced.</summary>
public sealed class ReturnedTests(ExpertTableHost host) : IClassFixture<ExpertTableHost>
{
    [Fact]
    public async Task A_child_is_returned_to_who_takes_it_up_and_finds_the_table_open_when_that_fails()
    {
        var assen = new Person(host, Roles.PolicyAdviser, "an adviser of Assen", "GM0106");
        var emmen = new Person(host, Roles.PolicyAdviser, "an adviser of Emmen", "GM0114");
        var chair = new Person(host, Roles.TableChair, "the chair");

        var id = (await assen.Cases.RegisterCaseAsync(Requests.Register())).Case.Id;
        var bounced = await Refused.ByAsync(async () => await chair.Cases.TriageCaseAsync(new(Requests.Return(id)) { CaseReturn = new() { Receiver = "Lokaal team Assen" } }));
        var returned = (await chair.Cases.TriageCaseAsync(Requests.Return(id))).Case;

        Assert.Equal(("RETURN_INCOMPLETE", "case_return.next_step"), (bounced.Reason(), bounced.Field()));
        Assert.Equal((CaseState.Returned, chair.Subject, false), (returned.State, returned.Chair, returned.LeadMissing));
        var seen = (await assen.ReadAsync(id, ReadPurpose.Decision)).CaseReturn;
        Assert.Equal(("Lokaal team Assen", "Gesprek met het gezin deze week"), (seen.Receiver, seen.NextStep));
        Assert.False(await emmen.SeesAsync(id));

        var again = (await chair.FollowUp.ReopenCaseAsync(FollowUps.Reopen(id))).Case;

        Assert.Equal((CaseState.Accepted, 2, TriageWaiver.Reopening), (again.State, again.Round, again.TriageWaiver));
        Assert.Equal([CaseState.Registered, CaseState.Returned, CaseState.Accepted], (await chair.ReadAsync(id)).Steps.Select(s => s.State));
        var told = await host.Database.ScalarAsync<string[]>($"select array_agg(body::text order by sequence) from outbox_message where lane = '{id}'");
        Assert.Equal(3, told!.Length);
        Assert.All(told, message => Assert.DoesNotContain("Lokaal team", message, StringComparison.Ordinal));
    }
}
