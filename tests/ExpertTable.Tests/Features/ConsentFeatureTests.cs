using Grpc.Core;
using Regio.ExpertTable.V1;
using Regio.ServiceDefaults.Security;

namespace Regio.ExpertTable.Tests.Features;

/// <summary>Consent and other grounds through the real service.</summary>
public sealed class ConsentFeatureTests(ExpertTableHost host) : IClassFixture<ExpertTableHost>
{
    [Fact]
    public async Task One_parent_refuses_and_the_task_by_law_carries_the_case_to_the_northern_table()
    {
        var file = await StuckAsync(age: 9);
        var mother = await PartyAsync(file, ConsentPartyKind.AuthorityHolder, "moeder");
        var father = await PartyAsync(file, ConsentPartyKind.AuthorityHolder, "vader");
        await host.Consents().RecordConsentAsync(Consent.Says(file.Id, mother, ConsentAnswer.Given));
        await host.Consents().RecordConsentAsync(Consent.Says(file.Id, father, ConsentAnswer.Refused));
        var chair = host.FollowUpAs(Roles.TableChair);

        var refused = await Refused.ByAsync(async () => await chair.EscalateCaseAsync(FollowUps.Escalate(file.Id)));
        Assert.Equal((StatusCode.FailedPrecondition, "DISCLOSURE_REFUSED"), (refused.StatusCode, refused.Reason()));
        Assert.Equal(CaseState.Stuck, (await host.ReadAsync(file.Id)).State);
        await host.Consents().RecordGroundAsync(Consent.Ground(file.Id, LegalGround.StatutoryTask));
        Assert.Equal(CaseState.Escalated, (await chair.EscalateCaseAsync(FollowUps.Escalate(file.Id))).Case.State);

        var grounds = (await host.Consents().GetGroundsAsync(new() { Id = file.Id })).Grounds;
        var disclosure = grounds.Single(g => g.Purpose == ConsentPurpose.Disclosure);
        Assert.Equal((LegalGround.StatutoryTask, LegalGround.StatutoryTask), (disclosure.Ground, Assert.Single(disclosure.OtherGrounds)));
        Assert.Equal(
            [("moeder", true, ConsentAnswer.Given), ("vader", true, ConsentAnswer.Refused)],
            disclosure.Standings.Select(s => (s.Party.Label, s.Required, s.Answer)));
        Assert.Equal(LegalGround.Unspecified, grounds.Single(g => g.Purpose == ConsentPurpose.Help).Ground);
        var records = (await host.ReadAsync(file.Id)).Records;
        Assert.Contains(records, r => r.Kind == CaseRecordKind.GroundRecorded && r.Text == "De wet draagt dit op.");
    }

    [Fact]
    public async Task A_file_is_read_on_consent_only_while_it_is_given_and_on_another_ground_all_the_same()
    {
        var file = await StuckAsync(age: 14);
        var youth = await PartyAsync(file, ConsentPartyKind.Youth, "zelf");

        Assert.Equal("CONSENT_MISSING", (await Refused.ByAsync(() => ReadAsync(file.Id, LegalGround.Consent))).Reason());
        await host.Consents().RecordConsentAsync(Consent.Says(file.Id, youth, ConsentAnswer.Given, ConsentPurpose.File));
        await ReadAsync(file.Id, LegalGround.Consent);
        await host.Consents().RecordConsentAsync(Consent.Says(file.Id, youth, ConsentAnswer.Withdrawn, ConsentPurpose.File));
        var refused = await Refused.ByAsync(() => ReadAsync(file.Id, LegalGround.Consent));
        await ReadAsync(file.Id, LegalGround.StatutoryTask);

        Assert.Equal((StatusCode.FailedPrecondition, "CONSENT_MISSING", "ground"), (refused.StatusCode, refused.Reason(), refused.Field()));
        var reads = (await host.Officer.ListCaseReadsAsync(new() { Id = file.Id })).Reads.Where(r => r.Method == "GetCase");
        Assert.Equal([LegalGround.StatutoryTask, LegalGround.Consent], reads.Select(r => r.Ground));
    }

    [Fact]
    public async Task What_persons_said_is_sealed_and_looking_at_it_is_logged()
    {
        var file = await StuckAsync(age: 9);
        await PartyAsync(file, ConsentPartyKind.Guardian, "kanarie-voogd");

        await host.Consents(Roles.TableChair).GetGroundsAsync(new() { Id = file.Id });

        Assert.Equal(0, await host.CountAsync($"select count(*) from case_entry where case_id = '{file.Id}' and position('kanarie-voogd'::bytea in sealed) > 0"));
        Assert.Single((await host.Officer.ListCaseReadsAsync(new() { Id = file.Id })).Reads, r => r.Method == "GetGrounds");
        var elsewhere = await Refused.ByAsync(async () => await host.Consents(municipality: "GM0114").GetGroundsAsync(new() { Id = file.Id }));
        Assert.Equal("CASE_UNKNOWN", elsewhere.Reason());
    }

    private async Task<Case> StuckAsync(int age)
    {
        var register = Requests.Register();
        register.Identity.BirthDate = new() { Year = ExpertTableHost.Today.Year - age, Month = 1, Day = 1 };
        var id = (await host.Guide.RegisterCaseAsync(register)).Case.Id;
        var chair = host.FollowUpAs(Roles.TableChair);
        await chair.BreakThroughAsync(FollowUps.BreakThrough(id));
        return (await chair.ReportStuckAsync(FollowUps.Stuck(id))).Case;
    }

    private async Task<string> PartyAsync(Case file, ConsentPartyKind kind, string label) =>
        (await host.Consents().RecordPartyAsync(Consent.Party(file, kind, label))).PartyId;

    private async Task ReadAsync(string id, LegalGround ground) =>
        await host.Chair.GetCaseAsync(new() { Id = id, Purpose = ReadPurpose.Treatment, Ground = ground });
}
