using Regio.ExpertTable.V1;
using Regio.ServiceDefaults.Security;

namespace Regio.ExpertTable.Tests.Stories;

/// <summary>A table where one parent says no, and the task by law carries what consent does not.</summary>
public sealed class RefusedConsentTests(ExpertTableHost host) : IClassFixture<ExpertTableHost>
{
    [Fact]
    public async Task One_parent_refuses_and_the_statutory_ground_carries_the_table()
    {
        var guide = new Person(host, Roles.ProcessGuide, "the guide");
        var chair = new Person(host, Roles.TableChair, "the chair");
        var file = (await guide.Cases.RegisterCaseAsync(Requests.RegisterAged(9))).Case;
        var mother = (await guide.Consents.RecordPartyAsync(Consent.Party(file, ConsentPartyKind.AuthorityHolder))).PartyId;
        var father = (await guide.Consents.RecordPartyAsync(Consent.Party(file, ConsentPartyKind.AuthorityHolder, "vader"))).PartyId;
        foreach (var purpose in new[] { ConsentPurpose.Disclosure, ConsentPurpose.File })
        {
            await guide.Consents.RecordConsentAsync(Consent.Says(file.Id, mother, ConsentAnswer.Given, purpose));
            await guide.Consents.RecordConsentAsync(Consent.Says(file.Id, father, ConsentAnswer.Refused, purpose));
        }

        await StuckAsync(file.Id, chair, guide);
        var unread = await Refused.ByAsync(() => guide.ReadAsync(file.Id, ground: LegalGround.Consent));
        var untold = await Refused.ByAsync(async () => await chair.FollowUp.EscalateCaseAsync(FollowUps.Escalate(file.Id)));
        await guide.Consents.RecordGroundAsync(Consent.Ground(file.Id, LegalGround.StatutoryTask));
        await chair.FollowUp.EscalateCaseAsync(FollowUps.Escalate(file.Id));
        var given = (await chair.Disclosures.DiscloseCaseAsync(new()
        {
            RequestId = ExpertTableHost.NewId(), Id = file.Id, Recipient = DisclosureRecipient.Jenn, Parts = { DisclosurePart.Question },
        })).DisclosureId;

        Assert.Equal(("CONSENT_MISSING", "DISCLOSURE_REFUSED"), (unread.Reason(), untold.Reason()));
        var seen = await guide.ReadAsync(file.Id);
        var disclosure = Assert.Single(seen.Disclosures);
        Assert.Equal((given, LegalGround.StatutoryTask), (disclosure.Id, disclosure.Ground));
        Assert.Contains(seen.Records, r => r.Kind == CaseRecordKind.ConsentRecorded && r.Codes.Contains("refused") && r.Codes.Contains(father));
        var package = (await guide.Disclosures.GetDisclosureAsync(new() { Id = file.Id, DisclosureId = given })).Package;
        Assert.Equal((false, ""), (Assert.Single(package.Children).AgeGiven, package.Explanation));
        Assert.All((await host.Officer.ListCaseReadsAsync(new() { Id = file.Id })).Reads, r => Assert.Equal(LegalGround.StatutoryTask, r.Ground));
    }

    private static async Task StuckAsync(string id, Person chair, Person guide)
    {
        await chair.Cases.TriageCaseAsync(Requests.Accept(id));
        await guide.Cases.RecordAnalysisAsync(Requests.Analysis(id));
        await guide.Cases.ScheduleCaseAsync(Requests.Schedule(id));
        await chair.Cases.GiveAdviceAsync(Requests.Advice(id));
        await chair.Cases.DecideCaseAsync(Requests.Decide(id));
        await guide.FollowUp.StartExecutionAsync(FollowUps.Start(id));
        await guide.FollowUp.ReportStuckAsync(FollowUps.Stuck(id));
    }
}
