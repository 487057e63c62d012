using System.Net;
using Regio.Reporting.Tests.Sessions;
using Regio.Reporting.V1;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Security;
using Regio.Testing;

namespace Regio.Reporting.Tests.Accounts;

public sealed class AccountTests(ReportingHost host) : IClassFixture<ReportingHost>
{
    [Fact]
    public async Task The_account_adds_up_what_was_shared_out_and_invoiced_in_its_period_and_names_what_is_open()
    {
        var first = Guid.CreateVersion7();
        object[] events =
        [
            .. Drenthe.Municipalities,
            Drenthe.Whole(Guid.CreateVersion7(), "Crisismeldpunt"),
            Drenthe.Allocation(first, "Experttafel", 1, ("GM0118", 300), ("GM0106", 100)),
            Drenthe.Allocation(Guid.CreateVersion7(), "Experttafel", 1, ("GM0118", -300), ("GM0106", -100)) with { CreditsId = first },
            Drenthe.Allocation(Guid.CreateVersion7(), "Vorig jaar", 1, ("GM0106", 77)) with { OccurredAt = new DateTimeOffset(2025, 12, 31, 22, 59, 59, TimeSpan.Zero) },
            InvoiceRuns.Run(Guid.CreateVersion7(), "2026-001", new DateOnly(2026, 3, 1), correction: false, ("GM0118", 111_461_46, true), ("GM0106", 155_705_71, false)),
            InvoiceRuns.Run(Guid.CreateVersion7(), "2026-002", new DateOnly(2026, 12, 31), correction: true, ("GM0106", -5_71, false)),
            InvoiceRuns.Run(Guid.CreateVersion7(), "2027-001", new DateOnly(2027, 1, 1), correction: false, ("GM0106", 9_99, false)),
        ];
        foreach (var message in events)
            await host.PublishAsync(message);
        await Eventually.Is("all is projected", (long)events.Length, () => host.Database.ScalarAsync<long>("select count(*) from inbox_message"));

        var account = await ReadAsync(Roles.Finance);

        Assert.Equal(("85000000", "26716146"), (account.AllocatedCents, account.InvoicedCents));
        Assert.Equal([("Crisismeldpunt", 1, "85000000"), ("Experttafel", 2, "0")], account.Subjects.Select(s => (s.Subject, s.Allocations, s.AmountCents)));
        Assert.Equal(12, account.Municipalities.Count);
        var hoogeveen = account.Municipalities.Single(m => m.MunicipalityId == "GM0118");
        Assert.Equal(("11146146", "11146146", "0", true), (hoogeveen.AllocatedCents, hoogeveen.InvoicedCents, hoogeveen.OpenCents, hoogeveen.OwnShare));
        Assert.Equal("571", account.Municipalities.Single(m => m.MunicipalityId == "GM0106").OpenCents);
        Assert.Equal(["2026-001", "2026-002"], account.Runs.Select(r => r.Reference));
        Assert.Equal("77", (await ReadAsync(Roles.CouncilClerk, 2025)).AllocatedCents);

        using var browser = new Browser(host.Host.HttpAddress);
        using (await browser.PostAsync("/inloggen", TestTokens.For(Roles.Regiomanager)))
            Assert.Contains("Hoogeveen (boekt zelf)", (await browser.ReadAsync("/mijn/verantwoording?jaar=2026")).Body, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await browser.ReadAsync("/mijn/verantwoording.pdf?jaar=2026")).Status);
        using (await browser.PostAsync("/inloggen", TestTokens.For(Roles.Council)))
            Assert.Equal(HttpStatusCode.NotFound, (await browser.ReadAsync("/mijn/verantwoording?jaar=2026")).Status);
    }

    private async Task<PeriodicAccount> ReadAsync(string role, int year = 2026) =>
        (await new AccountService.AccountServiceClient(host.Invoker(TestTokens.For(role))).GetPeriodicAccountAsync(
            new() { StartDate = new DateOnly(year, 1, 1).ToProto(), EndDate = new DateOnly(year + 1, 1, 1).ToProto() })).Account;
}
