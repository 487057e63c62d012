using Grpc.Core;
using Npgsql;
using Regio.Municipalities.Tests.Features;
using Regio.Municipalities.V1;
using Date = Regio.Common.V1.Date;

namespace Regio.Municipalities.Tests.Funds;

/// <summary>Funds over real gRPC and PostgreSQL, with the amounts of the transformation fund.</summary>
public sealed class FundFeatureTests(MunicipalitiesHost host) : IClassFixture<MunicipalitiesHost>
{
    private static readonly Date Day = new() { Year = 2018, Month = 9, Day = 1 };

    [Fact]
    public async Task A_fund_lives_from_application_to_repayment()
    {
        var id = await FundAsync();
        await host.Funds.ApplyToFundAsync(new() { RequestId = NewId(), FundId = id, AmountCents = 2_977_725_00, AppliedDate = Day });
        await GrantAsync(id, 2_977_725_00, application: 1);
        var commitment = (await CommitAsync(id, 1_500_000_00)).Number;
        await SpendAsync(id, commitment, 1_300_000_00);

        var fund = (await host.Funds.GetFundAsync(new() { Id = id, AsOf = new() { Year = 2021, Month = 12, Day = 31 } })).Fund;
        Assert.Equal((1_677_725_00, 1_477_725_00), (fund.Balance.UnspentCents, fund.Balance.FreeCents));
        Assert.Equal([FundWarning.EndsSoon], fund.Warnings);
        Assert.Equal(2_977_725_00, Assert.Single(fund.Applications).GrantedCents);

        await host.Funds.RepayFundAsync(new() { RequestId = NewId(), FundId = id, AmountCents = 1_000_00, RepaidDate = Day, Reason = "Niet besteed" });
        var account = await host.Funds.GetFundAccountAsync(new() { Id = id, Year = 2018 });
        Assert.Equal((0, 2_977_725_00, 1_300_000_00, 1_000_00, 1_676_725_00),
            (account.OpeningCents, account.GrantedCents, account.SpentCents, account.RepaidCents, account.ClosingCents));
        Assert.Contains(id, (await host.Funds.ListFundsAsync(new() { RegionId = "JHRD", PageSize = 500 })).Funds.Select(f => f.Id));
        Assert.Equal("1 2 3 4 5 6", await host.Database.ScalarAsync<string>($"select string_agg(body::jsonb ->> 'aggregateVersion', ' ' order by sequence) from outbox_message where message_type like '%FundChanged%' and lane = '{id}'"));
        Assert.Equal(
            "transformation 2022-01-01 granted:297772500 committed:150000000 spent:130000000 repaid:100000",
            await host.Database.ScalarAsync<string>($"""
                select concat_ws(' ', b ->> 'kind', b ->> 'validUntil', (select string_agg((m ->> 'kind') || ':' || (m ->> 'amountCents'), ' ' order by (m ->> 'number')::int) from jsonb_array_elements(b -> 'movements') m))
                from outbox_message, lateral (select body::jsonb as b) told where message_type like '%FundChanged%' and lane = '{id}' order by sequence desc limit 1
                """));
    }

    [Fact]
    public async Task A_fund_is_not_overspent_without_a_reason()
    {
        var id = await FundAsync();
        await GrantAsync(id, 100_00);
        var commitment = (await CommitAsync(id, 100_00)).Number;

        await Refusals.IsRefusedAsync("FUND_OVERSPENT", StatusCode.FailedPrecondition, () => SpendAsync(id, commitment, 100_01));
        await Refusals.IsRefusedAsync("FUND_OVERCOMMITTED", StatusCode.FailedPrecondition, () => CommitAsync(id, 1));
        await Refusals.IsRefusedAsync("FUND_REPAYMENT_TOO_HIGH", StatusCode.FailedPrecondition, async () =>
            await host.Funds.RepayFundAsync(new() { RequestId = NewId(), FundId = id, AmountCents = 100_01, RepaidDate = Day, Reason = "Te veel" }));
        Assert.Equal(2, (await host.Funds.GetFundAsync(new() { Id = id })).Fund.Entries.Count);
        Assert.True((await SpendAsync(id, commitment, 100_01, "Meerwerk")).Beyond);
    }

    [Fact]
    public async Task A_release_is_told_and_frees_money_and_the_database_refuses_more_than_is_left()
    {
        var id = await FundAsync();
        await GrantAsync(id, 100_00);
        var commitment = (await CommitAsync(id, 100_00)).Number;
        await SpendAsync(id, commitment, 30_00);

        var entry = (await host.Funds.ReleaseCommitmentAsync(new()
        {
            RequestId = NewId(), FundId = id, CommitmentNumber = commitment, AmountCents = 50_00, ReleasedDate = Day, Reason = "Niet nodig",
        })).Entry;

        Assert.Equal((FundEntryKind.Released, commitment), (entry.Kind, entry.CommitmentNumber));
        var balance = (await host.Funds.GetFundAsync(new() { Id = id })).Fund.Balance;
        Assert.Equal((50_00, 50_00), (balance.FreeCents, balance.CommittedCents));
        Assert.Equal("Vrijgevallen: € 50,00", await host.Database.ScalarAsync<string>($"select title from timeline_entry where name = 'funds/{id}/entries/{entry.Number}'"));
        Assert.False((await CommitAsync(id, 50_00)).Beyond);
        foreach (var (kind, cents, constraint) in new[] { ("Released", 20_01, "ck_fund_entry_spent"), ("Spent", 20_01, "ck_fund_entry_spent"), ("Committed", 1, "ck_fund_entry_committed") })
        {
            var refused = await Assert.ThrowsAsync<PostgresException>(() => host.Database.ExecuteAsync($"""
                insert into fund_entry (fund_id, number, kind, amount_cents, happened_on, subject, commitment_number, is_beyond, reason, recorded_at, recorded_by)
                values ('{id}', 99, '{kind}', {cents}, '2018-09-01', '', {(kind == "Committed" ? "null" : commitment)}, false, 'reden', now(), 'test')
                """));
            Assert.Equal(constraint, refused.ConstraintName);
        }
    }

    [Fact]
    public async Task Of_many_who_spend_the_last_euro_at_once_one_does()
    {
        var id = await FundAsync();
        await GrantAsync(id, 1_00);
        var commitment = (await CommitAsync(id, 1_00)).Number;

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(async _ =>
        {
            try
            {
                await SpendAsync(id, commitment, 1_00);
                return StatusCode.OK;
            }
            catch (RpcException refused)
            {
                return refused.StatusCode;
            }
        }));

        Assert.Single(answers, StatusCode.OK);
        Assert.Equal(7, answers.Count(code => code == StatusCode.FailedPrecondition));
    }

    [Fact]
    public async Task The_database_refuses_what_goes_beyond_without_a_reason_and_any_change()
    {
        var id = await FundAsync();
        await GrantAsync(id, 1_00);

        foreach (var (sql, state) in new[]
            {
                ($"insert into fund_entry (fund_id, number, kind, amount_cents, happened_on, subject, is_beyond, reason, recorded_at, recorded_by) values ('{id}', 2, 'Committed', 101, '2018-09-01', '', false, '', now(), 'test')", PostgresErrorCodes.CheckViolation),
                ($"update fund_entry set amount_cents = 2 where fund_id = '{id}'", PostgresErrorCodes.RestrictViolation),
            })
        {
            var refused = await Assert.ThrowsAsync<PostgresException>(() => host.Database.ExecuteAsync(sql));
            Assert.Equal(state, refused.SqlState);
        }
    }

    private static string NewId() => Guid.CreateVersion7().ToString();

    private async Task<string> FundAsync() => (await host.Funds.RegisterFundAsync(new()
    {
        RequestId = NewId(),
        Fund = new()
        {
            RegionId = "JHRD",
            Kind = FundKind.Transformation,
            Name = "Transformatiefonds",
            Grantor = "Ministerie van VWS",
            MunicipalityId = "GM0118",
            Period = new() { StartDate = new() { Year = 2018, Month = 1, Day = 1 }, EndDate = new() { Year = 2022, Month = 1, Day = 1 } },
            Source = new() { Title = "Transformatieplan" },
        },
    })).Fund.Id;

    private async Task GrantAsync(string id, long cents, int application = 0) => await host.Funds.RecordFundGrantAsync(
        new() { RequestId = NewId(), FundId = id, AmountCents = cents, DecidedDate = Day, Subject = "Beschikking", ApplicationNumber = application });

    private async Task<FundEntry> CommitAsync(string id, long cents) => (await host.Funds.CommitFundAsync(
        new() { RequestId = NewId(), FundId = id, AmountCents = cents, CommittedDate = Day, Subject = "Zorgmakelaars" })).Entry;

    private async Task<FundEntry> SpendAsync(string id, int commitment, long cents, string reason = "") => (await host.Funds.SpendFundAsync(
        new() { RequestId = NewId(), FundId = id, CommitmentNumber = commitment, AmountCents = cents, SpentDate = Day, Subject = "Inzet", Reason = reason })).Entry;
}
