using System.Globalization;
using System.Text.Json.Nodes;
using Grpc.Core;
using Regio.ExpertTable.V1;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Security;
using Regio.Testing;

namespace Regio.ExpertTable.Tests.Deciders;

/// <summary>Who decides, through the real service.</summary>
public sealed class DeciderFeatureTests(ExpertTableHost host) : IClassFixture<ExpertTableHost>
{
    private DeciderService.DeciderServiceClient Chair => new(host.Invoker(TestTokens.For(Roles.TableChair)));

    internal static Residence Lived(string municipality, int year = 2012, bool forStay = false) =>
        new() { MunicipalityId = municipality, StartDate = new() { Year = year, Month = 1, Day = 1 }, ForStay = forStay };

    internal static RecordDeciderRequest Record(string id, params Residence[] residences) =>
        new() { RequestId = ExpertTableHost.NewId(), Id = id, Kind = DeciderKind.Municipality, Residences = { residences } };

    internal static HandOverCaseRequest HandOver(string id, string municipality) => new()
    {
        RequestId = ExpertTableHost.NewId(), Id = id, MunicipalityId = municipality, Date = ExpertTableHost.Today, Reason = "Het kind stond daar ingeschreven voor het verblijf.",
    };

    [Fact]
    public async Task The_municipality_is_worked_out_and_explained_before_there_is_a_case()
    {
        var decider = (await Chair.DetermineDeciderAsync(new() { Residences = { Lived("GM0106"), Lived("GM0114", 2024, forStay: true) } })).Decider;

        Assert.Equal(("GM0106", DeciderRule.BeforeStay, 2), (decider.MunicipalityId, decider.Rule, decider.Steps.Count));
    }

    [Fact]
    public async Task A_municipality_that_nobody_knows_is_named_where_it_stands()
    {
        var refused = await Refused.ByAsync(async () => await Chair.DetermineDeciderAsync(new() { Residences = { Lived("GM0106"), Lived("GM9998", 2020) } }));

        Assert.Equal((StatusCode.NotFound, "MUNICIPALITY_UNKNOWN", "residences[1].municipality_id"), (refused.StatusCode, refused.Reason(), refused.Field()));
    }

    [Fact]
    public async Task What_is_recorded_stands_in_the_file_and_flags_a_case_of_another_municipality()
    {
        var id = (await host.CaseInAsync(CaseState.Registered)).Id;

        var same = await Chair.RecordDeciderAsync(Record(id, Lived("GM0106")));
        var other = await Chair.RecordDeciderAsync(Record(id, Lived("GM0114")));

        Assert.Equal((false, true, "GM0114"), (same.Differs, other.Differs, other.MunicipalityId));
        var (full, assen) = ((await host.ReadAsync(id)).Decider, (await host.ReadAsync(id, host.Assen)).Decider);
        Assert.Equal(("GM0114", true, 1), (full.MunicipalityId, full.Differs, full.Steps.Count));
        // Where a youth lived is for who reads the file.
        Assert.Equal(("GM0114", true, 0), (assen.MunicipalityId, assen.Differs, assen.Steps.Count));
    }

    [Fact]
    public async Task A_case_that_is_handed_over_is_seen_and_decided_by_the_municipality_that_is_responsible_and_no_more_by_the_other()
    {
        var id = (await host.CaseInAsync(CaseState.Advised)).Id;
        await Chair.RecordDeciderAsync(Record(id, Lived("GM0114")));
        var emmen = host.As(Roles.PolicyAdviser, "GM0114");
        var before = await Refused.ByAsync(() => host.ReadAsync(id, emmen));

        var request = HandOver(id, "GM0114");
        var over = (await AdviserOfAssen.HandOverCaseAsync(request)).Case;
        var again = (await AdviserOfAssen.HandOverCaseAsync(request)).Case;
        var after = await Refused.ByAsync(() => host.ReadAsync(id, host.Assen));
        var kept = await Refused.ByAsync(async () => await host.Assen.DecideCaseAsync(Requests.Decide(id)));
        await emmen.DecideCaseAsync(Requests.Decide(id));

        Assert.Equal(("GM0114", CaseState.Advised, over), (over.MunicipalityId, over.State, again));
        Assert.All([before, after, kept], refused => Assert.Equal((StatusCode.NotFound, "CASE_UNKNOWN"), (refused.StatusCode, refused.Reason())));
        Assert.DoesNotContain((await host.Assen.ListCasesAsync(new() { PageSize = 500 })).Cases, c => c.Id == id);
        var (seen, full) = (await host.ReadAsync(id, emmen), await host.ReadAsync(id));
        Assert.Equal((CaseState.Decided, false), (seen.State, seen.Decider.Differs));
        var (told, record) = (Assert.Single(seen.Records, IsHandOver), Assert.Single(full.Records, IsHandOver));
        Assert.Equal($"GM0106 GM0114 {ExpertTableHost.Today.ToDateOnly().ToString("O", CultureInfo.InvariantCulture)}", string.Join(' ', told.Codes));
        Assert.Equal(("", request.Reason), (told.Text, record.Text));
    }

    [Fact]
    public async Task What_is_told_of_a_case_that_was_handed_over_are_codes()
    {
        var id = (await host.CaseInAsync(CaseState.Registered)).Id;

        await Chair.HandOverCaseAsync(HandOver(id, "GM0109"));

        var told = JsonNode.Parse(await host.Database.ScalarAsync<string>($"select body::text from outbox_message where lane = '{id}' and message_type like '%CaseHandedOver%'") ?? "")!.AsObject();
        Assert.Equal(["aggregateVersion", "caseId", "municipalityId", "occurredAt", "previousMunicipalityId", "responsibleFrom", "state"], told.Select(field => field.Key).Order(StringComparer.Ordinal));
        Assert.Equal(("GM0109", "GM0106", "registered"), (told["municipalityId"]!.GetValue<string>(), told["previousMunicipalityId"]!.GetValue<string>(), told["state"]!.GetValue<string>()));
    }

    [Fact]
    public async Task A_case_goes_to_no_municipality_that_the_register_does_not_know()
    {
        var id = (await host.CaseInAsync(CaseState.Registered)).Id;

        var refused = await Refused.ByAsync(async () => await Chair.HandOverCaseAsync(HandOver(id, "GM9998")));

        Assert.Equal((StatusCode.NotFound, "MUNICIPALITY_UNKNOWN", "municipality_id"), (refused.StatusCode, refused.Reason(), refused.Field()));
    }

    private DeciderService.DeciderServiceClient AdviserOfAssen => new(host.Invoker(TestTokens.For(Roles.PolicyAdviser, "GM0106")));

    private static bool IsHandOver(CaseRecord record) => record.Kind == CaseRecordKind.HandedOver;

    [Fact]
    public async Task A_decision_that_names_nobody_is_that_of_who_was_recorded()
    {
        var id = (await host.CaseInAsync(CaseState.Advised)).Id;
        await Chair.RecordDeciderAsync(new() { RequestId = ExpertTableHost.NewId(), Id = id, Kind = DeciderKind.CertifiedInstitution, Authority = "Jeugdbescherming Noord" });

        await host.Chair.DecideCaseAsync(Requests.Decide(id));

        var file = await host.ReadAsync(id);
        Assert.Equal((DeciderKind.CertifiedInstitution, "Jeugdbescherming Noord"), (file.Decision.Decider, file.Decider.Authority));
        Assert.Equal("", file.Decider.MunicipalityId);
    }

    [Fact]
    public async Task Another_authority_is_named_and_has_no_residences()
    {
        var id = (await host.CaseInAsync(CaseState.Registered)).Id;

        var named = await Refused.ByAsync(async () => await Chair.RecordDeciderAsync(new(Record(id, Lived("GM0106"))) { Kind = DeciderKind.Court, Authority = "Rechtbank" }));
        var unnamed = await Refused.ByAsync(async () => await Chair.RecordDeciderAsync(new() { RequestId = ExpertTableHost.NewId(), Id = id, Kind = DeciderKind.Court }));

        Assert.Equal((StatusCode.InvalidArgument, "residences"), (named.StatusCode, named.Field()));
        Assert.Equal((StatusCode.InvalidArgument, "authority"), (unnamed.StatusCode, unnamed.Field()));
    }
}
