using Regio.ExpertTable.V1;
using Regio.ServiceDefaults.Security;

namespace Regio.ExpertTable.Tests.Stories;

/// <summary>A child that gets stuck, goes to the northern table and comes back to an outcome.</summary>
public sealed class EscalatedTests(ExpertTableHost host) : IClassFixture<ExpertTableHost>
{
    private readonly Person _assen = new(host, Roles.PolicyAdviser, "an adviser of Assen", "GM0106");
    private readonly Person _chair = new(host, Roles.TableChair, "the chair");
    private readonly Person _guide = new(host, Roles.ProcessGuide, "the guide");
    private readonly Person _member = new(host, Roles.TableMember, "a member");

    private static string NewId => ExpertTableHost.NewId();

    [Fact]
    public async Task A_child_goes_through_table_deviation_and_JENN_and_back_to_an_outcome()
    {
        var id = await BroughtInAsync();
        var sitting = await AdvisedAsync(id);
        await _assen.Cases.DecideCaseAsync(new() { RequestId = NewId, Id = id, Reason = "Dichter bij huis." });
        var action = (await _guide.Actions.AgreeActionAsync(new() { RequestId = NewId, Id = id, Text = "Plek zoeken dichtbij.", Owner = "zorgmakelaar", DueDate = ExpertTableHost.Today })).ActionId;
        await _guide.FollowUp.StartExecutionAsync(FollowUps.Start(id));
        await _guide.FollowUp.ReportStuckAsync(FollowUps.Stuck(id));

        var given = await AtJennAsync(id);
        await _chair.FollowUp.EndEscalationAsync(FollowUps.EndEscalation(id, toTable: true));
        await _chair.Cases.ScheduleCaseAsync(Diary.Schedule(id, sitting));
        await _chair.Cases.GiveAdviceAsync(new(Requests.Advice(id)) { Text = "Het tweede advies." });
        await _assen.Cases.DecideCaseAsync(Requests.Decide(id));
        await _guide.FollowUp.StartExecutionAsync(FollowUps.Start(id));
        await _guide.Actions.EndActionAsync(new() { RequestId = NewId, Id = id, ActionId = action, Note = "Gevonden in Rolde." });
        Assert.True(await _member.SeesAsync(id));
        await _guide.FollowUp.RecordOutcomeAsync(FollowUps.Outcome(id));
        await _guide.FollowUp.EvaluateCaseAsync(FollowUps.Evaluate(id));
        await _chair.FollowUp.CloseCaseAsync(FollowUps.Close(id));

        Assert.False(await _member.SeesAsync(id));
        await SeenInTheEndAsync(id, action, given);
        Assert.Equal(1, await host.CountAsync($"select count(*) from outbox_message where message_type like '%CaseOutcomeRecorded%' and lane = '{id}'"));
        // Told with the step itself and with no other one.
        Assert.Equal("escalated jenn", await host.Database.ScalarAsync<string>(
            $"select string_agg(concat(body->>'state', ' ', body->>'escalationTarget'), ',') from outbox_message where lane = '{id}' and body->>'escalationTarget' is not null"));
    }

    private async Task<string> BroughtInAsync()
    {
        var file = (await _assen.Cases.RegisterCaseAsync(Requests.RegisterAged(9))).Case;
        await _chair.Cases.TriageCaseAsync(Requests.Accept(file.Id));
        Assert.False(await _guide.SeesAsync(file.Id));
        var guide = (await _chair.Capacity.RecordStaffMemberAsync(new(Staff.Member()) { Subject = _guide.Subject })).Member.Id;
        await _chair.Capacity.AssignGuideAsync(Staff.Assign(file.Id, guide));
        await _guide.FollowUp.AssignLeadAsync(new() { RequestId = NewId, Id = file.Id, Lead = _guide.Subject });
        var mother = (await _guide.Consents.RecordPartyAsync(Consent.Party(file, ConsentPartyKind.AuthorityHolder))).PartyId;
        await _guide.Consents.RecordConsentAsync(Consent.Says(file.Id, mother, ConsentAnswer.Given));
        return file.Id;
    }

    private async Task<string> AdvisedAsync(string id)
    {
        await _guide.Cases.RecordAnalysisAsync(new()
        {
            RequestId = NewId, Id = id, Sections = new() { Situation = "Thuis loopt het vast.", Explanation = "Angst na een verlies.", Needs = "Rust en nabijheid." },
        });
        var sitting = (await _chair.Sittings.PlanSittingAsync(Diary.Plan(_member.Subject))).Sitting.Id;
        await _guide.Cases.ScheduleCaseAsync(Diary.Schedule(id, sitting));
        Assert.Equal("Angst na een verlies.", Assert.Single((await _member.Sittings.GetPackageAsync(new() { Id = sitting })).Cases).Analyses[0].Sections.Explanation);
        await _chair.Cases.GiveAdviceAsync(new(Requests.Advice(id)) { Options = { "thuis met hulp", "gezinshuis" }, Dissenters = { _member.Subject } });
        return sitting;
    }

    private async Task<string> AtJennAsync(string id)
    {
        await _chair.FollowUp.EscalateCaseAsync(FollowUps.Escalate(id));
        DiscloseCaseRequest ask(DisclosureRecipient to, params DisclosurePart[] parts) => new() { RequestId = NewId, Id = id, Recipient = to, Parts = { parts } };
        var wide = await Refused.ByAsync(async () => await _chair.Disclosures.DiscloseCaseAsync(ask(DisclosureRecipient.Jenn, DisclosurePart.Question, DisclosurePart.CourtOrder)));
        var elsewhere = await Refused.ByAsync(async () => await _chair.Disclosures.DiscloseCaseAsync(ask(DisclosureRecipient.PcNoord, DisclosurePart.Question)));
        Assert.Equal(("DISCLOSURE_TOO_WIDE", "parts[1]", "DISCLOSURE_RECIPIENT"), (wide.Reason(), wide.Field(), elsewhere.Reason()));

        return (await _chair.Disclosures.DiscloseCaseAsync(ask(DisclosureRecipient.Jenn, DisclosurePart.Question, DisclosurePart.Analysis, DisclosurePart.Ages))).DisclosureId;
    }

    private async Task SeenInTheEndAsync(string id, string action, string given)
    {
        var file = await _chair.ReadAsync(id);
        Assert.Equal((CaseState.Closed, 2, "Het tweede advies.", true), (file.State, file.Round, file.Advice.Text, file.Decision.FollowsAdvice));
        Assert.Equal((OutcomeResult.Reached, "45A05"), (file.Outcome.Result, file.Outcome.CareForm));
        Assert.Equal((action, ActionState.Done, "Gevonden in Rolde."), (file.Actions[0].Id, file.Actions[0].State, file.Actions[0].Note));
        var disclosure = await _guide.Disclosures.GetDisclosureAsync(new() { Id = id, DisclosureId = given });
        Assert.Equal((DisclosureRecipient.Jenn, LegalGround.Consent, _chair.Subject), (disclosure.Disclosure.Recipient, disclosure.Disclosure.Ground, disclosure.Disclosure.Author));
        Assert.Equal(("Wat ziet u nog?", "Angst na een verlies.", "Rust en nabijheid.", "", null), (disclosure.Package.Question, disclosure.Package.Explanation, disclosure.Package.Needs, disclosure.Package.Advice, disclosure.Package.CourtOrder));
        var child = Assert.Single(disclosure.Package.Children);
        Assert.True(child is { AgeGiven: true, Age: 9 });
        Assert.NotEqual(file.SubjectPseudonym, child.Pseudonym);
        var municipality = await _assen.ReadAsync(id, ReadPurpose.Decision);
        Assert.Equal(("", "", "zorgmakelaar"), (municipality.Actions[0].Text, municipality.Analyses[0].Text, municipality.Actions[0].Owner));
        Assert.Contains((await host.Officer.ListCaseReadsAsync(new() { Id = id })).Reads, r => r is { Method: "GetDisclosure", Reader: "the guide" });
    }
}
