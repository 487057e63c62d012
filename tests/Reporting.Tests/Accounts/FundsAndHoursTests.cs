using System.Net;
using Regio.Reporting.Tests.Sessions;
using Regio.Reporting.V1;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Security;
using Regio.Testing;

namespace Regio.Reporting.Tests.Accounts;

public sealed class FundsAndHoursTests(ReportingHost host) : IClassFixture<ReportingHost>
{
    private static readonly DateOnly Spring = new(2021, 4, 1);

    [Fact]
    public async Task The_account_adds_up_claimed_hours_and_tells_what_each_fund_was_granted_spent_and_has_left_to_the_cent()
    {
        var transformation = Guid.CreateVersion7();
        var cancelled = Guid.CreateVersion7();
        var settled = Guid.CreateVersion7();
        object[] events =
        [
            .. Drenthe.Municipalities,
            FundsAndHours.Claim(settled, 1, "GM0119", Spring, 50),
            FundsAndHours.Claim(settled, 2, "GM0119", Spring, 50, "settled", transformation),
            FundsAndHours.Claim(Guid.CreateVersion7(), 1, "GM0119", Spring, 50),
            FundsAndHours.Claim(Guid.CreateVersion7(), 1, "GM0106", Spring.AddMonths(3), 90),
            FundsAndHours.Claim(Guid.CreateVersion7(), 1, "GM0106", Spring.AddMonths(9), 60),
            FundsAndHours.Claim(cancelled, 1, "GM0106", Spring, 60),
            FundsAndHours.Claim(cancelled, 2, "GM0106", Spring, 60, "cancelled"),
            FundsAndHours.Fund(
                transformation, 6, "Transformatiefonds", "transformation", new(2018, 7, 1), new(2022, 1, 1),
                ("granted", new(2018, 9, 1), 2_977_725_00), ("committed", new(2018, 9, 1), 1_500_000_00), ("spent", new(2020, 12, 31), 1_300_000_00),
                ("spent", new(2021, 1, 1), 66_67), ("released", new(2021, 12, 31), 199_933_33), ("repaid", new(2022, 1, 1), 1_000_00)),
            FundsAndHours.Fund(Guid.CreateVersion7(), 2, "Later fonds", "earmarked-grant", new(2022, 1, 1), null, ("granted", new(2022, 1, 1), 500_00)),
            FundsAndHours.Fund(Guid.CreateVersion7(), 3, "Afgerekend fonds", "pok", new(2019, 1, 1), new(2020, 1, 1), ("granted", new(2019, 1, 1), 500_00), ("repaid", new(2020, 6, 1), 500_00)),
        ];
        foreach (var message in events)
            await host.PublishAsync(message);
        await Eventually.Is("all is projected", (long)events.Length, () => host.Database.ScalarAsync<long>("select count(*) from inbox_message"));

        var account = await ReadAsync(2021);

        Assert.Equal("25334", account.ClaimedCents);
        Assert.Equal(
            [("GM0119", Spring, 100L, "13334", "6667"), ("GM0106", Spring.AddMonths(3), 90L, "12000", "0")],
            account.Hours.Select(h => (h.MunicipalityId, h.QuarterStartDate.ToDateOnly(), h.Minutes, h.AmountCents, h.FromFundsCents)));
        var fund = Assert.Single(account.Funds);
        Assert.Equal(("Transformatiefonds", "transformation", new DateOnly(2022, 1, 1)), (fund.Name, fund.Kind, fund.EndDate.ToDateOnly()));
        Assert.Equal(("0", "-19993333", "6667", "0"), (fund.InPeriod.GrantedCents, fund.InPeriod.CommittedCents, fund.InPeriod.SpentCents, fund.InPeriod.RepaidCents));
        Assert.Equal(
            ("297772500", "130006667", "130006667", "0", "167765833", "167765833"),
            (fund.ToDate.GrantedCents, fund.ToDate.CommittedCents, fund.ToDate.SpentCents, fund.ToDate.RepaidCents, fund.ToDate.FreeCents, fund.ToDate.UnspentCents));
        Assert.Equal(["Transformatiefonds", "Later fonds"], (await ReadAsync(2022)).Funds.Select(f => f.Name));
        Assert.Equal("100000", (await ReadAsync(2022)).Funds[0].InPeriod.RepaidCents);
        Assert.Equal(["Transformatiefonds", "Afgerekend fonds"], (await ReadAsync(2020)).Funds.Select(f => f.Name));

        using var browser = new Browser(host.Host.HttpAddress);
        using (await browser.PostAsync("/inloggen", TestTokens.For(Roles.Finance)))
        {
            var page = WebUtility.HtmlDecode((await browser.ReadAsync("/mijn/verantwoording?jaar=2021")).Body).Replace('\u00a0', ' ');
            Assert.Contains("€ 253,34", page, StringComparison.Ordinal);
            Assert.Contains("3:10", page, StringComparison.Ordinal);
            Assert.Contains("31 december 2021", page, StringComparison.Ordinal);
            Assert.Contains("€ 1.677.658,33", page, StringComparison.Ordinal);
        }

        foreach (var file in new[] { "pdf", "docx" })
            Assert.Equal(HttpStatusCode.OK, (await browser.ReadAsync($"/mijn/verantwoording.{file}?jaar=2021")).Status);
    }

    private async Task<PeriodicAccount> ReadAsync(int year) =>
        (await new AccountService.AccountServiceClient(host.Invoker(TestTokens.For(Roles.Finance))).GetPeriodicAccountAsync(
            new() { StartDate = new DateOnly(year, 1, 1).ToProto(), EndDate = new DateOnly(year + 1, 1, 1).ToProto() })).Account;
}
