using Grpc.Core;
using Npgsql;
using Regio.ExpertTable.V1;
using Regio.ServiceDefaults.Security;

namespace Regio.ExpertTable.Tests.Features;

/// <summary>Opening a file in an emergency through the real service.</summary>
public sealed class EmergencyTests(ExpertTableHost host) : IClassFixture<ExpertTableHost>
{
    [Fact]
    public async Task Who_breaks_the_glass_sees_the_whole_file_and_every_look_is_logged_as_an_emergency()
    {
        var id = (await host.CaseInAsync(CaseState.Advised, "GM0114")).Id;
        Assert.Equal("CASE_UNKNOWN", (await Refused.ByAsync(() => host.ReadAsync(id, host.Assen))).Reason());

        var opened = await host.Emergency(Roles.PolicyAdviser, "GM0106").BreakGlassAsync(Request(id));
        var file = await host.ReadAsync(id, host.Assen);

        Assert.Equal(("", "De verklarende analyse."), (opened.Case.Question, file.Analyses[0].Text));
        Assert.Contains(file.Records, r => r is { Kind: CaseRecordKind.GlassBroken, Text: "Het kind loopt gevaar.", Author: "a policy-adviser" });
        var read = (await host.Officer.ListCaseReadsAsync(new() { Id = id })).Reads[0];
        Assert.Equal(("a policy-adviser", LegalGround.Emergency), (read.Reader, read.Ground));
        Assert.Equal("CASE_UNKNOWN", (await Refused.ByAsync(() => host.ReadAsync(id, host.As(Roles.PolicyAdviser, "GM0106", "somebody else")))).Reason());
        Assert.DoesNotContain((await host.Assen.ListCasesAsync(new() { PageSize = 500 })).Cases, c => c.Id == id);
    }

    [Fact]
    public async Task It_ends_after_a_day()
    {
        var id = (await host.CaseInAsync(CaseState.Registered)).Id;
        var member = host.As(Roles.TableMember, subject: "a member in need");
        await host.Emergency(Roles.TableMember, subject: "a member in need").BreakGlassAsync(Request(id));
        await host.ReadAsync(id, member);

        await host.Database.ExecuteAsync(
            $"""
            alter table emergency_access disable trigger user;
            update emergency_access set opened_at = opened_at - interval '1 day', expires_at = expires_at - interval '1 day' where case_id = '{id}';
            alter table emergency_access enable trigger user;
            """);

        Assert.Equal("CASE_UNKNOWN", (await Refused.ByAsync(() => host.ReadAsync(id, member))).Reason());
    }

    [Fact]
    public async Task The_privacy_officer_sees_to_it_once_and_not_who_did_it()
    {
        var id = (await host.CaseInAsync(CaseState.Registered)).Id;
        await host.Emergency(Roles.TableMember).BreakGlassAsync(Request(id));
        var officer = host.Emergency(Roles.PrivacyOfficer);
        var access = (await officer.ListEmergencyAccessesAsync(new() { PageSize = 500 })).Accesses.First(a => a.CaseId == id);
        Assert.Equal(("a table-member", "", "GM0106"), (access.Subject, access.SeenBy, access.MunicipalityId));

        var own = await Refused.ByAsync(async () => await AcknowledgeAsync(host.Emergency(Roles.PrivacyOfficer, subject: "a table-member"), access.Id));
        var seen = (await AcknowledgeAsync(officer, access.Id)).Access;
        var again = await Refused.ByAsync(async () => await AcknowledgeAsync(officer, access.Id));
        var elsewhere = await Refused.ByAsync(async () => await AcknowledgeAsync(host.Emergency(Roles.PrivacyOfficer, "GM0114"), access.Id));

        Assert.Equal((StatusCode.PermissionDenied, "EMERGENCY_ACCESS_OWN"), (own.StatusCode, own.Reason()));
        Assert.Equal("a privacy-officer", seen.SeenBy);
        Assert.Equal((StatusCode.FailedPrecondition, "EMERGENCY_ACCESS_SEEN"), (again.StatusCode, again.Reason()));
        Assert.Equal((StatusCode.NotFound, "EMERGENCY_ACCESS_UNKNOWN"), (elsewhere.StatusCode, elsewhere.Reason()));
    }

    [Fact]
    public async Task What_waits_comes_first_and_pages_neither_lose_nor_double()
    {
        var seen = (await host.CaseInAsync(CaseState.Registered, "GM1680")).Id;
        var waits = (await host.CaseInAsync(CaseState.Registered, "GM1680")).Id;
        foreach (var id in new[] { waits, seen, waits, seen })
            await host.Emergency(Roles.ProcessGuide).BreakGlassAsync(Request(id));
        var officer = host.Emergency(Roles.PrivacyOfficer, "GM1680");
        foreach (var access in (await officer.ListEmergencyAccessesAsync(new())).Accesses.Where(a => a.CaseId == seen).ToList())
            await AcknowledgeAsync(officer, access.Id);

        var walked = new List<string>();
        var request = new ListEmergencyAccessesRequest { PageSize = 1 };
        do
        {
            var page = await officer.ListEmergencyAccessesAsync(request);
            walked.AddRange(page.Accesses.Select(a => a.CaseId));
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);

        Assert.Equal([waits, waits, seen, seen], walked);
    }

    [Theory]
    [InlineData("delete from emergency_access")]
    [InlineData("update emergency_access set subject = 'nobody'")]
    [InlineData("truncate emergency_access")]
    public async Task The_database_keeps_who_opened_what(string statement)
    {
        await host.Emergency(Roles.ProcessGuide).BreakGlassAsync(Request((await host.CaseInAsync(CaseState.Registered)).Id));

        var refused = await Assert.ThrowsAsync<PostgresException>(() => host.Database.ExecuteAsync(statement));

        Assert.Equal(PostgresErrorCodes.RestrictViolation, refused.SqlState);
    }

    private static BreakGlassRequest Request(string id) => new() { RequestId = ExpertTableHost.NewId(), Id = id, Reason = "Het kind loopt gevaar." };

    private static async Task<AcknowledgeEmergencyAccessResponse> AcknowledgeAsync(EmergencyService.EmergencyServiceClient officer, string id) =>
        await officer.AcknowledgeEmergencyAccessAsync(new() { RequestId = ExpertTableHost.NewId(), Id = id });
}
