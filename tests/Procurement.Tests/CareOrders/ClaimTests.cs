using Regio.CareMessages.Model;
using Regio.Procurement.Tests.Features;
using Regio.Procurement.V1;
using Regio.ServiceDefaults.Security;
using Regio.Testing;
using static Regio.Procurement.Tests.CareOrders.CareLetters;

namespace Regio.Procurement.Tests.CareOrders;

/// <summary>Claims, as they are delivered: each rule by a message that keeps it and one that breaks it.</summary>
[Collection(nameof(ProcurementHost))]
public sealed class ClaimTests(ProcurementHost host)
{
    private static readonly DateOnly s_january = new(2026, 1, 1);
    private static readonly DateOnly s_february = new(2026, 2, 1);

    private readonly CareFiles _files = new(host);
    private readonly CareLetters _letters = new(host.NewAgbCode());
    private readonly long _number = NewAssignment();

    [Theory]
    [InlineData(12, "")]
    [InlineData(13, "TR322 9322 /GeleverdVolume")]
    public async Task The_months_together_fit_the_assignment(int hours, string refused)
    {
        // Three hours a week over 13 weeks are 39; October and November took 27, and December by itself may have 15.
        var weekly = Assigned(_number, new DateOnly(2025, 9, 20), new DateOnly(2025, 12, 30));
        (weekly.Ingangsdatum, weekly.Omvang) = (new DateOnly(2025, 10, 7), new() { Volume = 3, Eenheid = "04", Frequentie = "2" });
        await TakesAsync(_letters.Assign(weekly));
        var first = Line(_number, new DateOnly(2025, 10, 1), 12);
        first.ProductPeriode.Begindatum = weekly.Ingangsdatum;
        Assert.Equal("", await RefusalAsync(_letters.Claim(NewClaim(), new DateOnly(2025, 10, 1), first)));
        Assert.Equal("", await RefusalAsync(_letters.Claim(NewClaim(), new DateOnly(2025, 11, 1), Line(_number, new DateOnly(2025, 11, 1), 15))));

        Assert.Equal(refused, await RefusalAsync(_letters.Claim(
            NewClaim(), new DateOnly(2025, 12, 1), Line(_number, new DateOnly(2025, 12, 1), hours, last: new DateOnly(2025, 12, 30)))));
    }

    [Theory]
    [InlineData(2_000, "")]
    [InlineData(2_001, "TR369 9369 /IngediendBedrag")]
    public async Task The_months_together_fit_the_budget(int cents, string refused)
    {
        var budgeted = Assigned(_number);
        (budgeted.Product, budgeted.Omvang, budgeted.Budget) = (new() { Categorie = "45" }, null, 5_000);
        await TakesAsync(_letters.Assign(budgeted));
        Assert.Equal("", await RefusalAsync(_letters.Claim(NewClaim(), s_january, Euros(s_january, 3_000))));

        Assert.Equal(refused, await RefusalAsync(_letters.Claim(NewClaim(), s_february, Euros(s_february, cents))));
    }

    [Fact]
    public async Task A_number_of_a_claim_is_used_once_by_a_provider()
    {
        await TakesAsync(_letters.Assign(Assigned(_number)));
        var number = NewClaim();
        Assert.Equal("", await RefusalAsync(_letters.Claim(number, s_january, Line(_number, s_january))));

        Assert.Equal("TR333 9333 /DeclaratieNummer", await RefusalAsync(_letters.Claim(number, s_february, Line(_number, s_february))));
        Assert.Equal("", await RefusalAsync(_letters.Claim(NewClaim(), s_february, Line(_number, s_february))));
    }

    [Fact]
    public async Task A_claim_is_for_the_month_of_the_last_one_or_later()
    {
        await TakesAsync(_letters.Assign(Assigned(_number)));
        Assert.Equal("", await RefusalAsync(_letters.Claim(NewClaim(), s_february, Line(_number, s_february))));

        Assert.Equal("TR318 8214 /DeclaratiePeriode", await RefusalAsync(_letters.Claim(NewClaim(), s_january, Line(_number, s_january))));
        Assert.Equal("", await RefusalAsync(_letters.Claim(NewClaim(), s_february, Line(_number, s_january))));
    }

    [Fact]
    public async Task An_assignment_is_not_deleted_while_something_is_claimed_on_it()
    {
        await TakesAsync(_letters.Assign(Assigned(_number)));
        var line = Line(_number, s_january);
        Assert.Equal("", await RefusalAsync(_letters.Claim(NewClaim(), s_january, line)));
        var deleted = Assigned(_number, new DateOnly(2026, 3, 1), FirstDay, "13");

        Assert.Equal("TR385 9385 /RedenWijziging", await RefusalAsync(_letters.Assign(deleted)));
        Assert.Equal("", await RefusalAsync(_letters.Claim(NewClaim(), s_february, Line(_number, s_january, earlier: line.ProductReferentie.ReferentieNummer.Data))));
        Assert.Equal("", await RefusalAsync(_letters.Assign(deleted)));
    }

    [Fact]
    public async Task What_no_contract_names_is_granted_told_once_and_listed_until_it_is_taken_back()
    {
        var provider = await host.CreateProviderAsync();
        var letters = new CareLetters(provider.AgbCode);
        await TakesAsync(letters.Assign(Assigned(_number)));
        var (january, february) = (Line(_number, s_january), Line(_number, s_february, 3));

        var answer = await _files.DeliverAsync(letters.Claim(NewClaim(), s_february, january, february));

        var finding = Assert.Single(answer.Findings);
        Assert.Equal(("TR418", "", false), (finding.Rule, finding.ReturnCode, finding.IsError));
        Assert.EndsWith("/Prestatie[1]/ProductCode", finding.Path, StringComparison.Ordinal);
        Assert.Equal((CareMessageOutcome.Taken, "JW325"), (answer.Message.Outcome, answer.Message.AnswerKind));
        var own = _files.Of(Roles.Provider, provider: provider.Id);
        Assert.Equal(["GM0106 1 45 45A99 95000", "GM0106 2 45 45A99 28500"], await UncontractedAsync(own));
        Assert.Equal(["GM0106 2 45 45A99 28500"], await UncontractedAsync(own, ProcurementHost.Day(2026, 2, 1)));
        Assert.Contains("GM0106 2 45 45A99 28500", await UncontractedAsync(_files.Of(Roles.ContractManager, municipality: "GM0106")));
        Assert.Empty(await UncontractedAsync(_files.Of(Roles.ContractManager, municipality: "GM0114")));

        Assert.Equal("", await RefusalAsync(letters.Claim(NewClaim(), s_february, Line(_number, s_january, earlier: january.ProductReferentie.ReferentieNummer.Data))));
        Assert.Equal(["GM0106 2 45 45A99 28500"], await UncontractedAsync(own));
    }

    [Fact]
    public async Task What_was_claimed_before_its_contract_was_signed_counts_for_it_when_its_price_is_that_of_the_contract()
    {
        var provider = await host.CreateProviderAsync();
        var letters = new CareLetters(provider.AgbCode);
        await TakesAsync(letters.Assign(Assigned(_number)));
        var (january, february) = (Line(_number, s_january), Line(_number, s_february, 3));
        (february.ProductTarief, february.IngediendBedrag.Bedrag) = (90_00, 270_00);
        await TakesAsync(letters.Claim(NewClaim(), s_february, january, february));
        var own = _files.Of(Roles.Provider, provider: provider.Id);
        var request = await host.RequestAsync(provider.Id);
        request.Contract.Lines.Clear();
        request.Contract.Lines.Add(ProcurementHost.Line(await _files.ProductAsync("45", "45A99"), "NMD"));

        var contract = await host.SignAsync((await host.Contracts.CreateContractAsync(request)).Contract);

        // What was claimed at another price than was agreed afterwards stays for people to settle.
        await Eventually.Is("the line at the agreed tariff has found its contract", "GM0106 2 45 45A99 27000", async () => string.Join('|', await UncontractedAsync(own)));
        Assert.Equal(95_000, await SpentAsync(contract.Id));
        await TakesAsync(letters.Claim(NewClaim(), s_february, Line(_number, s_january, earlier: january.ProductReferentie.ReferentieNummer.Data)));
        Assert.Equal(0, await SpentAsync(contract.Id));
    }

    [Fact]
    public async Task What_was_claimed_before_a_line_was_added_counts_for_it()
    {
        var provider = await host.CreateProviderAsync();
        var letters = new CareLetters(provider.AgbCode);
        await TakesAsync(letters.Assign(Assigned(_number)));
        var request = await host.RequestAsync(provider.Id);
        request.Contract.Lines.Clear();
        request.Contract.Lines.Add(ProcurementHost.Line("ambulatory-help", "NMD"));
        var contract = await host.SignAsync((await host.Contracts.CreateContractAsync(request)).Contract);
        await TakesAsync(letters.Claim(NewClaim(), s_february, Line(_number, s_february, 2)));

        var line = ProcurementHost.Line(await _files.ProductAsync("45", "45A99"), "NMD");
        line.Period.StartDate = ProcurementHost.Day(2026, 2, 1);
        await host.Contracts.AmendContractAsync(new()
        {
            RequestId = ProcurementHost.NewId(), Id = contract.Id, Etag = contract.Etag, EffectiveDate = line.Period.StartDate, Reason = "De hulp was vergeten", AddedLines = { line },
        });

        await Eventually.Is("the line has found its contract", 19_000L, () => SpentAsync(contract.Id));
        Assert.Empty(await UncontractedAsync(_files.Of(Roles.Provider, provider: provider.Id)));
    }

    [Fact]
    public async Task A_tariff_holds_no_longer_than_the_contract_that_ended_early()
    {
        var provider = await host.CreateProviderAsync();
        var request = await host.RequestAsync(provider.Id);
        request.Contract.Lines.Clear();
        request.Contract.Lines.Add(ProcurementHost.Line(await _files.ProductAsync("45", "45A99"), "NMD"));
        var contract = await host.SignAsync((await host.Contracts.CreateContractAsync(request)).Contract);
        await host.Contracts.TerminateContractAsync(new() { RequestId = ProcurementHost.NewId(), Id = contract.Id, EndDate = ProcurementHost.Day(2026, 2, 1) });
        var letters = new CareLetters(provider.AgbCode);
        await TakesAsync(letters.Assign(Assigned(_number)));

        var answer = await _files.DeliverAsync(letters.Claim(NewClaim(), s_february, Line(_number, s_january), Line(_number, s_february, 3)));

        var finding = Assert.Single(answer.Findings);
        Assert.Equal(("TR418", false), (finding.Rule, finding.IsError));
        Assert.EndsWith("/Prestatie[2]/ProductCode", finding.Path, StringComparison.Ordinal);
        Assert.Equal(["GM0106 2 45 45A99 28500"], await UncontractedAsync(_files.Of(Roles.Provider, provider: provider.Id)));
    }

    [Fact]
    public async Task Price_and_quantity_are_told_by_month_and_a_credit_takes_off_and_the_same_file_changes_nothing()
    {
        var (other, otherNumber) = (new CareLetters(_letters.AgbCode, "999900018"), NewAssignment());
        await TakesAsync(_letters.Assign(Assigned(_number)));
        await TakesAsync(other.Assign(Assigned(otherNumber)));
        var line = Line(_number, s_january);
        var file = _letters.Claim(NewClaim(), s_january, line);

        await TakesAsync(file);
        await TakesAsync(other.Claim(NewClaim(), s_february, Line(otherNumber, s_january, 4), Line(otherNumber, s_february, 5)));
        Assert.True((await _files.DeliverAsync(file)).KnownAlready);
        await TakesAsync(_letters.Claim(NewClaim(), s_february, Line(_number, s_january, earlier: line.ProductReferentie.ReferentieNummer.Data), Line(_number, s_january, 9)));
        await TakesAsync(_letters.Claim(NewClaim(), s_february, Line(_number, s_february, 1)));

        Assert.Equal(
            ["1 v1: 10 95000 1", "1 v2: 14 133000 2", "1 v3: 13 123500 2", "2 v1: 5 47500 1", "2 v2: 6 57000 2"],
            (await host.Database.ScalarAsync<string>(
                $"""
                 select string_agg(format('%s v%s: %s %s %s', extract(month from (e->>'month')::date), e->>'aggregateVersion', e->>'volume', e->>'amountCents', e->>'clients'), '|' order by e->>'month', e->>'aggregateVersion')
                 from (select body::jsonb as e from outbox_message where message_type like '%CareVolumeChanged%') told where e->>'providerAgbCode' = '{_letters.AgbCode}'
                 """))!.Split('|'));
    }

    private Task<long> SpentAsync(string contract) =>
        host.Database.ScalarAsync<long>($"select coalesce(sum(cents), 0)::bigint from spend where contract_id = '{contract}'");

    private Prestatie Euros(DateOnly month, long cents)
    {
        var line = Line(_number, month);
        (line.GeleverdVolume, line.Eenheid, line.ProductTarief, line.IngediendBedrag.Bedrag) = (cents, "83", default, cents);
        return line;
    }

    private static string NewClaim() => $"D{NewAssignment()}";

    private async Task TakesAsync(byte[] file)
    {
        var answer = await _files.DeliverAsync(file);
        Assert.True(answer.Message.Outcome == CareMessageOutcome.Taken, string.Join(' ', answer.Findings));
    }

    /// <summary>The rule that refuses the message or its line, its code and the element; empty when nothing does.</summary>
    private async Task<string> RefusalAsync(byte[] file)
    {
        var errors = (await _files.DeliverAsync(file)).Findings.Where(finding => finding.IsError);
        return string.Join(';', errors.Select(finding => $"{finding.Rule} {finding.ReturnCode} {finding.Path[finding.Path.LastIndexOf('/')..]}"));
    }

    private static async Task<IReadOnlyList<string>> UncontractedAsync(CareOrderService.CareOrderServiceClient by, Regio.Common.V1.Date? since = null)
    {
        var items = new List<UncontractedClaim>();
        var request = new ListUncontractedClaimsRequest { PageSize = 1, Since = since };
        do
        {
            var page = await by.ListUncontractedClaimsAsync(request);
            items.AddRange(page.Items);
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);
        return [.. items.Select(item => $"{item.MunicipalityId} {item.Month.Month} {item.CareCategory} {item.CareCode} {item.Cents}")];
    }
}
