using Google.Rpc;
using Grpc.Core;
using Npgsql;
using Regio.Municipalities.Tests.Features;
using Regio.Municipalities.V1;
using Regio.ServiceDefaults.Security;
using Regio.Testing;
using Date = Regio.Common.V1.Date;

namespace Regio.Municipalities.Tests.Mandates;

/// <summary>Mandates over real gRPC and PostgreSQL.</summary>
public sealed class MandateFeatureTests(MunicipalitiesHost host) : IClassFixture<MunicipalitiesHost>
{
    private static readonly Date Day = new() { Year = 2021, Month = 6, Day = 1 };

    [Fact]
    public async Task An_act_outside_the_mandate_is_recorded_and_repaired_by_ratification()
    {
        var function = NewFunction();
        var mandate = await GrantedAsync(function);

        var check = await host.Mandates.CheckMandateAsync(new() { Mandated = function, Topic = "contracting", MunicipalityIds = { "GM0106", "GM0114" }, AsOf = Day });
        Assert.False(check.Covered);
        Assert.Equal([MandateReason.Covered, MandateReason.NotGranted], check.Answers.Select(a => a.Reason));
        Assert.Equal("Deze gemeente heeft het mandaat niet verleend.", check.Answers[1].Explanation);
        Assert.Equal(mandate.Id, check.Answers[0].MandateId);

        var act = await ActAsync(function, "GM0106", "GM0114");
        Assert.Equal((MandatedActState.ToBeRatified, new Date { Year = 2021, Month = 7, Day = 13 }), (act.State, act.RatifyBy));
        Assert.Contains(act, (await host.Mandates.ListMandatedActsAsync(new() { State = MandatedActState.ToBeRatified, PageSize = 500 })).Acts);

        var repaired = await RatifyAsync(act.Id, "GM0114:executive");
        Assert.Equal(MandatedActState.Ratified, repaired.State);
        await RefusedAsync("RATIFICATION_NOT_ASKED", StatusCode.FailedPrecondition, () => RatifyAsync(act.Id, "GM0114:executive"));
    }

    [Fact]
    public async Task A_mandate_is_read_back_with_its_grants_and_consents()
    {
        var mandate = await GrantedAsync(NewFunction());

        var read = (await host.Mandates.GetMandateAsync(new() { Id = mandate.Id })).Mandate;

        Assert.Equal(mandate, read);
        Assert.Equal("GM0106:executive", Assert.Single(read.Grants).BodyId);
        Assert.Contains(mandate, (await host.Mandates.ListMandatesAsync(new() { RegionId = "JHRD", PageSize = 500 })).Mandates);
    }

    [Fact]
    public async Task A_withdrawal_is_recorded_and_ends_what_was_granted()
    {
        var function = NewFunction();
        var mandate = await GrantedAsync(function);

        await host.Mandates.RecordWithdrawalAsync(new() { RequestId = NewId(), MandateId = mandate.Id, BodyId = "GM0106:executive", WithdrawnDate = Day });

        var check = await host.Mandates.CheckMandateAsync(new() { Mandated = function, Topic = "contracting", MunicipalityIds = { "GM0106" }, AsOf = Day });
        Assert.Equal(MandateReason.Withdrawn, Assert.Single(check.Answers).Reason);
    }

    [Fact]
    public async Task A_second_grant_for_the_same_days_is_refused_by_the_rule_and_by_the_database()
    {
        var mandate = await GrantedAsync(NewFunction());

        await RefusedAsync("GRANT_OVERLAPS", StatusCode.FailedPrecondition, async () => await host.Mandates.RecordGrantAsync(Grant(mandate.Id, "GM0106:council")));
        var refused = await Assert.ThrowsAsync<PostgresException>(() => host.Database.ExecuteAsync($"""
            insert into mandate_grant (mandate_id, number, municipality_id, body_id, validity, source_title, source_place)
            values ('{mandate.Id}', 2, 'GM0106', 'GM0106:council', '[2024-01-01,)', '', '')
            """));

        Assert.Equal(PostgresErrorCodes.ExclusionViolation, refused.SqlState);
    }

    [Fact]
    public async Task An_act_is_listed_where_it_is_overdue_and_for_whom()
    {
        var act = await ActAsync(NewFunction(), "GM1731");
        async Task<IEnumerable<string>> ListedAsync(string municipality, Date before) => (await host.Mandates.ListMandatedActsAsync(
            new() { State = MandatedActState.ToBeRatified, MunicipalityId = municipality, RatifyBefore = before, PageSize = 500 })).Acts.Select(a => a.Id);

        Assert.Contains(act.Id, await ListedAsync("GM1731", new() { Year = 2021, Month = 7, Day = 14 }));
        Assert.DoesNotContain(act.Id, await ListedAsync("GM1731", act.RatifyBy));
        Assert.DoesNotContain(act.Id, await ListedAsync("GM0106", new() { Year = 2021, Month = 7, Day = 14 }));
    }

    [Fact]
    public async Task The_database_keeps_an_act_as_it_was_and_unratified_until_all_have_ratified()
    {
        var act = await ActAsync(NewFunction(), "GM0106");

        foreach (var (sql, state) in new[]
            {
                ($"update mandated_act set state = 'Ratified' where id = '{act.Id}'", PostgresErrorCodes.CheckViolation),
                ($"update mandated_act set amount_cents = 2 where id = '{act.Id}'", PostgresErrorCodes.RestrictViolation),
                ($"delete from mandated_act_authority where mandated_act_id = '{act.Id}'", PostgresErrorCodes.RestrictViolation),
            })
        {
            var refused = await Assert.ThrowsAsync<PostgresException>(() => host.Database.ExecuteAsync(sql));
            Assert.Equal(state, refused.SqlState);
        }
    }

    [Fact]
    public async Task A_clerk_records_grants_of_its_own_municipality_only()
    {
        var mandate = await GrantedAsync(NewFunction());
        var clerk = new MandateService.MandateServiceClient(host.Invoker(TestTokens.For(Roles.CouncilClerk, municipality: "GM0114")));

        await clerk.RecordGrantAsync(Grant(mandate.Id, "GM0114:executive"));
        await RefusedAsync("OTHER_PARTY_DATA", StatusCode.PermissionDenied, async () => await clerk.RecordGrantAsync(Grant(mandate.Id, "GM0118:executive")));
    }

    [Fact]
    public async Task Wrong_requests_are_refused_with_the_rule()
    {
        await RefusedAsync("MANDATE_UNKNOWN", StatusCode.NotFound, async () => await host.Mandates.GetMandateAsync(new() { Id = NewId() }));
        await RefusedAsync("MANDATE_UNKNOWN", StatusCode.NotFound, async () => await host.Mandates.RecordGrantAsync(Grant(NewId(), "GM0106:executive")));
        await RefusedAsync("MANDATED_ACT_UNKNOWN", StatusCode.NotFound, () => RatifyAsync(NewId(), "GM0106:executive"));
        await RefusedAsync("INVALID_REQUEST", StatusCode.InvalidArgument, async () => await host.Mandates.RecordGrantAsync(Grant(NewId(), "JHRD:ABO")));
        await RefusedAsync("MUNICIPALITY_UNKNOWN", StatusCode.NotFound, () => ActAsync(NewFunction(), "GM9999"));
    }

    private static string NewId() => Guid.CreateVersion7().ToString();

    private static string NewFunction() => $"functie-{Guid.NewGuid():N}";

    private static RecordGrantRequest Grant(string mandate, string body) => new()
    {
        RequestId = NewId(),
        MandateId = mandate,
        BodyId = body,
        Period = new() { StartDate = new() { Year = 2020, Month = 1, Day = 1 } },
        Source = new() { Title = "Collegebesluit", Place = "punt 1" },
    };

    private static async Task RefusedAsync(string reason, StatusCode code, Func<Task> call)
    {
        var refused = await Assert.ThrowsAsync<RpcException>(call);
        Assert.Equal((code, reason), (refused.StatusCode, refused.GetRpcStatus()!.GetDetail<ErrorInfo>()!.Reason));
    }

    private async Task<Mandate> GrantedAsync(string function)
    {
        var mandate = (await host.Mandates.CreateMandateAsync(new()
        {
            RequestId = NewId(),
            Mandate = new() { RegionId = "JHRD", Mandated = function, Topics = { "contracting" } },
        })).Mandate;
        await host.Mandates.RecordConsentAsync(new() { RequestId = NewId(), MandateId = mandate.Id, Party = ConsentParty.Mandated, ConsentDate = new() { Year = 2020, Month = 1, Day = 1 } });
        return (await host.Mandates.RecordGrantAsync(Grant(mandate.Id, "GM0106:executive"))).Mandate;
    }

    private async Task<MandatedAct> ActAsync(string function, params string[] municipalities) => (await host.Mandates.RecordMandatedActAsync(new()
    {
        RequestId = NewId(),
        Subject = "Contract gesloten jeugdhulp",
        Mandated = function,
        Topic = "contracting",
        AmountCents = 1,
        MunicipalityIds = { municipalities },
        PerformedDate = Day,
    })).Act;

    private async Task<MandatedAct> RatifyAsync(string act, string body) => (await host.Mandates.RecordRatificationAsync(
        new() { RequestId = NewId(), ActId = act, BodyId = body, Ratified = true, DecidedDate = Day })).Act;
}
