using Grpc.Core;
using Npgsql;
using Regio.Municipalities.Tests.Features;
using Regio.Municipalities.V1;
using Regio.ServiceDefaults.Security;
using Regio.Testing;
using Date = Regio.Common.V1.Date;

namespace Regio.Municipalities.Tests.HourClaims;

/// <summary>Claims of hours over real gRPC and PostgreSQL.</summary>
public sealed class HourClaimFeatureTests(MunicipalitiesHost host) : IClassFixture<MunicipalitiesHost>
{
    [Fact]
    public async Task Envedder_hours_are_claimed_at_80_euros_and_add_up_without_those_taken_back()
    {
        Assert.Equal(80_00, (await host.HourClaims.GetHourRateAsync(new() { Work = "envedder", AsOf = Day(2021) })).Rate.RateCents);
        var claim = await ClaimAsync("GM0119", 90);
        await ClaimAsync("GM0119", 60);
        Assert.Equal((80_00, 120_00), (claim.RateCents, claim.AmountCents));

        await host.HourClaims.CancelHourClaimAsync(new() { RequestId = NewId(), Id = claim.Id, Reason = "Dubbel" });

        var listed = await host.HourClaims.ListHourClaimsAsync(new() { MunicipalityId = "GM0119", Period = new() { StartDate = Day(2021), EndDate = Day(2022) } });
        Assert.Equal((2, 80_00), (listed.Claims.Count, listed.TotalCents));
        Assert.Equal("Dubbel", listed.Claims[1].CancelReason);
        Assert.Empty((await host.HourClaims.ListHourClaimsAsync(new() { MunicipalityId = "GM0119", Period = new() { StartDate = Day(2022) } })).Claims);
    }

    [Fact]
    public async Task Hours_for_other_work_are_refused_with_the_rule_and_by_the_database()
    {
        await Refusals.IsRefusedAsync("HOURS_NOT_CLAIMABLE", StatusCode.FailedPrecondition, () => ClaimAsync("GM0106", 60, "abo"));

        var refused = await Assert.ThrowsAsync<PostgresException>(() => host.Database.ExecuteAsync("""
            insert into hour_claim (id, municipality_id, function, work, worked_on, minutes, rate_starts_on, rate_cents, amount_cents, recorded_at, recorded_by, version)
            values (gen_random_uuid(), 'GM0106', 'projectleider', 'abo', '2021-01-01', 60, '2019-01-01', 8000, 8000, now(), 'test', 1)
            """));

        Assert.Equal(PostgresErrorCodes.ForeignKeyViolation, refused.SqlState);
    }

    [Fact]
    public async Task Claims_count_once_as_spending_of_a_fund()
    {
        var fund = await FundAsync();
        var claims = new[] { await ClaimAsync("GM0114", 90), await ClaimAsync("GM0106", 60) };

        var entry = (await host.Funds.SpendFundOnHoursAsync(Spending(fund, claims))).Entry;

        Assert.Equal((FundEntryKind.Spent, 200_00, 2), (entry.Kind, entry.AmountCents, entry.CommitmentNumber));
        var settled = (await host.HourClaims.ListHourClaimsAsync(new() { MunicipalityId = "GM0106" })).Claims.Single(c => c.Id == claims[1].Id);
        Assert.Equal((fund, entry.Number), (settled.FundId, settled.FundEntryNumber));
        var open = await ClaimAsync("GM0106", 60);
        await Refusals.IsRefusedAsync("HOUR_CLAIM_SETTLED", StatusCode.FailedPrecondition, async () => await host.Funds.SpendFundOnHoursAsync(Spending(fund, open, claims[0])));
        await Refusals.IsRefusedAsync("HOUR_CLAIM_SETTLED", StatusCode.FailedPrecondition, async () => await host.HourClaims.CancelHourClaimAsync(new() { RequestId = NewId(), Id = claims[0].Id, Reason = "Dubbel" }));
        await host.HourClaims.CancelHourClaimAsync(new() { RequestId = NewId(), Id = open.Id, Reason = "Dubbel" });
        await Refusals.IsRefusedAsync("HOUR_CLAIM_CANCELLED", StatusCode.FailedPrecondition, async () => await host.Funds.SpendFundOnHoursAsync(Spending(fund, open)));
        var dear = await ClaimAsync("GM0106", 24 * 60);
        await Refusals.IsRefusedAsync("FUND_OVERSPENT", StatusCode.FailedPrecondition, async () => await host.Funds.SpendFundOnHoursAsync(Spending(fund, dear)));
        Assert.Equal(3, (await host.Funds.GetFundAsync(new() { Id = fund })).Fund.Entries.Count);
        await Assert.ThrowsAsync<PostgresException>(() => host.Database.ExecuteAsync($"update hour_claim set fund_id = null, fund_entry_number = null where id = '{claims[0].Id}'"));
    }

    [Fact]
    public async Task Each_change_of_a_claim_is_told_whole_by_its_quarter_and_without_who_worked_on_which_day()
    {
        var fund = await FundAsync();
        var (spent, cancelled) = (await ClaimAsync("GM0114", 90), await ClaimAsync("GM0106", 50));
        await host.Funds.SpendFundOnHoursAsync(Spending(fund, spent));
        await host.HourClaims.CancelHourClaimAsync(new() { RequestId = NewId(), Id = cancelled.Id, Reason = "Dubbel" });

        Assert.Equal(["1 GM0114 envedder 2021-01-01 90 8000 12000 open ", $"2 GM0114 envedder 2021-01-01 90 8000 12000 settled {fund}"], await ToldAsync(spent.Id));
        Assert.Equal(["1 GM0106 envedder 2021-01-01 50 8000 6667 open ", "2 GM0106 envedder 2021-01-01 50 8000 6667 cancelled "], await ToldAsync(cancelled.Id));
        Assert.Equal(0, await host.Database.ScalarAsync<long>("select count(*) from outbox_message where message_type like '%HourClaimChanged%' and (body::text like '%projectleider%' or body::text like '%workedOn%')"));
    }

    [Fact]
    public async Task What_was_recorded_before_it_was_told_is_told_as_it_stands_and_once()
    {
        var (fund, claim) = (await FundAsync(), await ClaimAsync("GM0114", 90));
        await host.Database.ExecuteAsync($"delete from outbox_message where lane in ('{fund}', '{claim.Id}')");

        await StartAgainAsync();
        await StartAgainAsync();

        Assert.Equal(["1 GM0114 envedder 2021-01-01 90 8000 12000 open "], await ToldAsync(claim.Id));
        Assert.Equal("3", await host.Database.ScalarAsync<string>($"select string_agg(body::jsonb ->> 'aggregateVersion', ' ') from outbox_message where message_type like '%FundChanged%' and lane = '{fund}'"));
    }

    [Fact]
    public async Task A_rate_is_set_once_for_a_day_and_an_adviser_claims_for_its_own_municipality()
    {
        var rate = new HourRate { Work = $"w-{Guid.NewGuid():N}", RateCents = 90_00, StartDate = Day(2020), Source = new() { Title = "Afspraak" } };
        await host.HourClaims.SetHourRateAsync(new() { RequestId = NewId(), Rate = rate });
        await Refusals.IsRefusedAsync("HOUR_RATE_SET", StatusCode.AlreadyExists, async () => await host.HourClaims.SetHourRateAsync(new() { RequestId = NewId(), Rate = rate }));

        var adviser = new HourClaimService.HourClaimServiceClient(host.Invoker(TestTokens.For(Roles.PolicyAdviser, municipality: "GM0114")));
        await Refusals.IsRefusedAsync("OTHER_PARTY_DATA", StatusCode.PermissionDenied, async () => await adviser.ClaimHoursAsync(Request("GM0106", 60, rate.Work)));
        Assert.Equal(90_00, (await adviser.ClaimHoursAsync(Request("GM0114", 60, rate.Work))).Claim.AmountCents);
    }

    private async Task StartAgainAsync()
    {
        await using var another = await host.StartAsync();
        using var http = another.CreateHttpClient();
        await Eventually.Holds("another process is ready", async () =>
        {
            using var answer = await http.GetAsync(new Uri("/health", UriKind.Relative));
            return answer.IsSuccessStatusCode;
        });
    }

    private async Task<string[]> ToldAsync(string claim) => (await host.Database.ScalarAsync<string>($"""
        select string_agg(concat_ws(' ', b ->> 'aggregateVersion', b ->> 'municipalityId', b ->> 'work', b ->> 'quarterStart', b ->> 'minutes', b ->> 'rateCents',
            b ->> 'amountCents', b ->> 'state', coalesce(b ->> 'fundId', '')), ';' order by sequence)
        from outbox_message, lateral (select body::jsonb as b) told where message_type like '%HourClaimChanged%' and lane = '{claim}'
        """))!.Split(';');

    private async Task<string> FundAsync()
    {
        var fund = (await host.Funds.RegisterFundAsync(new()
        {
            RequestId = NewId(),
            Fund = new() { RegionId = "JHRD", Kind = FundKind.Transformation, Name = "Envedder", Grantor = "Ministerie van VWS", Period = new() { StartDate = Day(2020) }, Source = new() { Title = "Beschikking" } },
        })).Fund.Id;
        await host.Funds.RecordFundGrantAsync(new() { RequestId = NewId(), FundId = fund, AmountCents = 1_000_00, DecidedDate = Day(2020), Subject = "Beschikking" });
        await host.Funds.CommitFundAsync(new() { RequestId = NewId(), FundId = fund, AmountCents = 1_000_00, CommittedDate = Day(2020), Subject = "Inzet" });
        return fund;
    }

    private static SpendFundOnHoursRequest Spending(string fund, params HourClaim[] claims) => new()
    {
        RequestId = NewId(), FundId = fund, CommitmentNumber = 2, HourClaimIds = { claims.Select(c => c.Id) }, SpentDate = Day(2021), Subject = "Inzet projectleiders",
    };

    private static string NewId() => Guid.CreateVersion7().ToString();

    private static Date Day(int year) => new() { Year = year, Month = 1, Day = 1 };

    private static ClaimHoursRequest Request(string municipality, int minutes, string work) => new()
    {
        RequestId = NewId(),
        Claim = new() { MunicipalityId = municipality, Function = "projectleider", Work = work, WorkDate = Day(2021), Minutes = minutes },
    };

    private async Task<HourClaim> ClaimAsync(string municipality, int minutes, string work = "envedder") =>
        (await host.HourClaims.ClaimHoursAsync(Request(municipality, minutes, work))).Claim;
}
