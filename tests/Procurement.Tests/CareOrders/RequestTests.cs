using Regio.CareMessages.Deadlines;
using Regio.CareMessages.Model;
using Regio.Procurement.Tests.Features;
using Regio.Procurement.V1;
using Regio.ServiceDefaults.Security;
using static Regio.Procurement.Tests.CareOrders.CareLetters;

namespace Regio.Procurement.Tests.CareOrders;

/// <summary>What providers ask, and how it is answered.</summary>
[Collection(nameof(ProcurementHost))]
public sealed class RequestTests(ProcurementHost host)
{
    private readonly CareFiles _files = new(host);
    private readonly CareLetters _letters = new(host.NewAgbCode());
    private readonly long _number = NewAssignment();
    private readonly string _reference = $"V{NewAssignment()}";

    [Fact]
    public async Task A_request_waits_for_its_answer_within_five_working_days_and_an_assignment_honours_it()
    {
        var provider = await host.CreateProviderAsync();
        var letters = new CareLetters(provider.AgbCode);
        var own = _files.Of(Roles.Provider, provider: provider.Id);
        var today = await TodayAsync();
        var asked = await TakesAsync(letters.Ask(Asked(_reference), Asked($"{_reference}b", "54")));

        var waiting = await WaitingAsync(own);
        Assert.Equal(["45", "54"], waiting.Select(item => item.CareCategory).Order(StringComparer.Ordinal));
        Assert.All(waiting, item => Assert.Equal(
            ("JW315", CareRequestState.Open, "GM0106", provider.AgbCode, false, asked.Id, ChainDeadlines.Answer(today)),
            (item.Kind, item.State, item.MunicipalityId, item.ProviderAgbCode, item.IsOverdue, item.MessageId, DayOf(item.DueDate))));
        Assert.Empty(await WaitingAsync(own, before: today));

        await TakesAsync(letters.Assign(Honouring(_reference)));
        Assert.Equal("54", Assert.Single(await WaitingAsync(own)).CareCategory);
        await TakesAsync(letters.Reply($"{_reference}b", "1", "3"));
        Assert.Empty(await WaitingAsync(own));
    }

    [Fact]
    public async Task A_request_that_is_looked_into_is_answered_within_eight_weeks_of_its_date()
    {
        var provider = await host.CreateProviderAsync();
        var letters = new CareLetters(provider.AgbCode);
        var own = _files.Of(Roles.Provider, provider: provider.Id);
        await TakesAsync(letters.Ask(Asked(_reference)));

        await TakesAsync(letters.Reply(_reference, "2"));

        var item = Assert.Single(await WaitingAsync(own));
        Assert.Equal((CareRequestState.Investigated, new DateOnly(2026, 9, 4), true), (item.State, DayOf(item.DueDate), item.IsOverdue));
        await TakesAsync(letters.Reply(_reference, "1", "8", "0114"));
        Assert.Empty(await WaitingAsync(own));
        Assert.Equal("Rejected 8 GM0114", await host.Database.ScalarAsync<string>(
            $"select concat_ws(' ', state, rejection_reason, responsible_municipality_id) from care_request where id = '{item.RequestId}'"));
    }

    [Fact]
    public async Task A_change_is_honoured_by_what_is_sent_on_the_same_number()
    {
        var provider = await host.CreateProviderAsync();
        var letters = new CareLetters(provider.AgbCode);
        var own = _files.Of(Roles.Provider, provider: provider.Id);
        await TakesAsync(letters.Assign(Running(_number)));
        await TakesAsync(letters.AskChange(Change(_reference, changed: [Longer(_number)])));
        var item = Assert.Single(await WaitingAsync(own));
        Assert.Equal(("JW317", ""), (item.Kind, item.CareCategory));
        Assert.Equal(Wanted, DayOf(item.WantedFrom));

        var longer = Running(_number, new DateOnly(2026, 7, 9), new DateOnly(2027, 3, 31), "12");
        longer.ReferentieAanbieder = _reference;
        await TakesAsync(letters.Assign(longer));

        Assert.Empty(await WaitingAsync(own));
        // What is current is sent again with the next one (OP087).
        await TakesAsync(letters.Assign(longer));
    }

    [Fact]
    public async Task Only_the_two_sides_and_the_region_see_what_waits()
    {
        var provider = await host.CreateProviderAsync();
        await TakesAsync(new CareLetters(provider.AgbCode).Ask(Asked(_reference)));
        var id = Assert.Single(await WaitingAsync(_files.Of(Roles.Provider, provider: provider.Id))).RequestId;

        Assert.Contains(await WaitingAsync(_files.Region), item => item.RequestId == id);
        Assert.Contains(await WaitingAsync(_files.Of(Roles.ContractManager, municipality: "GM0106")), item => item.RequestId == id);
        Assert.DoesNotContain(await WaitingAsync(_files.Of(Roles.ContractManager, municipality: "GM0114")), item => item.RequestId == id);
        var other = await host.CreateProviderAsync();
        Assert.Empty(await WaitingAsync(_files.Of(Roles.Provider, provider: other.Id)));
    }

    [Fact]
    public async Task What_is_assigned_already_is_worth_a_look_and_refuses_nothing()
    {
        await TakesAsync(_letters.Assign(Running(_number)));

        var answer = await _files.DeliverAsync(_letters.Ask(Asked(_reference)));

        Assert.Equal(("OP307", false, CareMessageOutcome.Taken), (Assert.Single(answer.Findings).Rule, answer.Findings[0].IsError, answer.Message.Outcome));
    }

    public static TheoryData<string, string, string, string> Refusals() => new()
    {
        { "reference of an earlier request", "TR347", "9347", "/ReferentieAanbieder" },
        { "reference of an earlier change", "TR347", "9347", "/ReferentieAanbieder" },
        { "request beside an open one", "TR374", "9374", "/Client" },
        { "change beside an open one", "TR374", "9374", "/Client" },
        { "request before the region", "TR378", "S300", "/Ontvanger" },
        { "change for an unknown client", "TR304", "8187", "/Bsn" },
        { "an assignment left out", "TR349", "9349", "/Verzoek" },
        { "unchanged is unknown", "TR350", "9350", "/ToewijzingNummer" },
        { "unchanged has ended", "TR350", "9350", "/ToewijzingNummer" },
        { "changed is unknown", "TR351", "9351", "/ToewijzingNummer" },
        { "change in the past", "TR357", "9357", "/GewensteIngangsdatum" },
        { "another total from later on", "TR373", "9373", "/GewensteIngangsdatum" },
        { "another budget from later on", "TR373", "9373", "/GewensteIngangsdatum" },
        { "no size with a code", "TR411", "9411", "/Omvang" },
        { "size without a product", "TR375", "9375", "/Omvang" },
        { "size without a code", "TR412", "9412", "/Omvang" },
        { "new beside unchanged", "TR361", "9361", "/NieuwProduct[1]" },
        { "new beside what is left of changed", "TR361", "9361", "/NieuwProduct[1]" },
        { "answer to nothing", "TR355", "9355", "/ReferentieAanbieder" },
        { "answer to another municipality's", "TR355", "9355", "/ReferentieAanbieder" },
        { "rejected after it was honoured", "TR359", "9359", "/VerzoekAntwoord" },
        { "looked into twice", "TR360", "9360", "/VerzoekAntwoord" },
        { "looked into after a rejection", "TR360", "9360", "/VerzoekAntwoord" },
        { "rejected twice", "TR365", "9365", "/VerzoekAntwoord" },
        { "honours nothing", "TR379", "9379", "/ReferentieAanbieder" },
        { "honours another client's", "TR379", "9379", "/ReferentieAanbieder" },
        { "honours what was rejected", "TR379", "9379", "/ReferentieAanbieder" },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task What_does_not_follow_is_refused_with_its_rule_code_and_place_and_changes_nothing(string what, string rule, string code, string place)
    {
        var file = await (what.Contains("honour", StringComparison.Ordinal) || what.StartsWith("answer", StringComparison.Ordinal) || what.Contains("rejected", StringComparison.Ordinal)
            || what.StartsWith("looked", StringComparison.Ordinal) ? PrepareAnswerAsync(what) : PrepareRequestAsync(what));
        var before = await StateAsync();

        var answer = await _files.DeliverAsync(file);

        var finding = Assert.Single(answer.Findings, finding => finding.IsError);
        Assert.Equal((rule, code), (finding.Rule, finding.ReturnCode));
        Assert.EndsWith(place, finding.Path, StringComparison.Ordinal);
        Assert.Equal(CareMessageOutcome.Refused, answer.Message.Outcome);
        Assert.NotEmpty(await _files.AnswerAsync(answer.Message.Id));
        Assert.Equal(before, await StateAsync());
    }

    [Fact]
    public async Task A_change_that_keeps_every_rule_is_taken()
    {
        var (total, budget) = (NewAssignment(), NewAssignment());
        await TakesAsync(_letters.Assign(Running(_number), InAll(total), WithBudget(budget)));

        await TakesAsync(_letters.AskChange(Change(
            _reference,
            unchanged: [],
            changed:
            [
                Longer(_number),
                new() { ToewijzingNummer = total, GewensteIngangsdatum = FirstDay, Einddatum = Wanted, Omvang = new() { Volume = 99, Eenheid = "04", Frequentie = "6" } },
                new() { ToewijzingNummer = budget, GewensteIngangsdatum = FirstDay, Einddatum = Wanted, Budget = 7_000 },
            ],
            added: [New("53")])));
    }

    [Fact]
    public async Task The_database_refuses_a_second_message_that_waits_and_an_answer_without_its_state()
    {
        await TakesAsync(_letters.Ask(Asked(_reference)));
        await TakesAsync(new CareLetters(_letters.AgbCode, "999900018").Ask(Asked($"{_reference}b")));

        await RefusesAsync("update care_request set client_id = (select min(client_id::text)::uuid from care_request o where o.provider_agb_code = care_request.provider_agb_code)", "ex_care_request_one_open");
        await RefusesAsync("update care_request set state = 'Rejected', due_on = null, answered_by = message_id", "ck_care_request_rejected");
        await RefusesAsync("update care_request set state = 'Granted', answered_by = message_id", "ck_care_request_due");
        await RefusesAsync("update care_request set state = 'Granted', due_on = null", "ck_care_request_answered");
        await RefusesAsync("update care_request set state = 'Investigated'", "ck_care_request_investigated");
        await RefusesAsync("update care_request set kind = 316", "ck_care_request_kind");
    }

    private async Task RefusesAsync(string sql, string constraint)
    {
        var refused = await Assert.ThrowsAsync<Npgsql.PostgresException>(() => host.Database.ExecuteAsync($"{sql} where provider_agb_code = '{_letters.AgbCode}'"));
        Assert.Equal(constraint, refused.ConstraintName);
    }

    private async Task<byte[]> PrepareRequestAsync(string what)
    {
        switch (what)
        {
            case "reference of an earlier request":
                await TakesAsync(_letters.Ask(Asked(_reference)));
                return new CareLetters(_letters.AgbCode, "999900018", "0114").Ask(Asked(_reference));
            case "request beside an open one":
                await TakesAsync(_letters.Ask(Asked(_reference)));
                return _letters.Ask(Asked($"{_reference}b", "54"));
            case "request before the region":
                var early = Asked(_reference);
                (early.ToewijzingIngangsdatum, early.ToewijzingEinddatum) = (new DateOnly(2010, 2, 1), new DateOnly(2010, 12, 31));
                return _letters.Ask(early);
            case "change for an unknown client":
                return new CareLetters(_letters.AgbCode, CareFiles.Numbers(_letters.AgbCode.GetHashCode(StringComparison.Ordinal) & 0xFFFF)).AskChange(Change(_reference, changed: [Longer(_number)]));
        }

        await TakesAsync(_letters.Assign(Running(_number)));
        var change = new TeWijzigenProduct { ToewijzingNummer = _number, GewensteIngangsdatum = Wanted, Einddatum = new DateOnly(2027, 3, 31) };
        switch (what)
        {
            case "reference of an earlier change":
                await TakesAsync(_letters.AskChange(Change(_reference, changed: [Longer(_number)])));
                await TakesAsync(_letters.Reply(_reference, "1", "7"));
                return _letters.AskChange(Change(_reference, changed: [Longer(_number)]));
            case "change beside an open one":
                await TakesAsync(_letters.Ask(Asked(_reference, "54")));
                return _letters.AskChange(Change($"{_reference}b", changed: [Longer(_number)]));
            case "an assignment left out":
                await TakesAsync(_letters.Assign(Running(_number), InAll(NewAssignment())));
                return _letters.AskChange(Change(_reference, changed: [Longer(_number)]));
            case "unchanged is unknown":
                return _letters.AskChange(Change(_reference, unchanged: [NewAssignment()], changed: [Longer(_number)]));
            case "unchanged has ended":
                var ended = InAll(NewAssignment());
                ended.Einddatum = new DateOnly(2026, 6, 30);
                await TakesAsync(_letters.Assign(Running(_number), ended));
                return _letters.AskChange(Change(_reference, unchanged: [ended.ToewijzingNummer.Data], changed: [Longer(_number)]));
            case "changed is unknown":
                return _letters.AskChange(Change(_reference, unchanged: [_number], changed: [Longer(NewAssignment())]));
            case "change in the past":
                var past = Longer(_number);
                past.GewensteIngangsdatum = new DateOnly(2026, 7, 1);
                return _letters.AskChange(Change(_reference, changed: [past]));
            case "another total from later on":
                return await WithAsync(InAll(0), asked => asked.Omvang = new() { Volume = 99, Eenheid = "04", Frequentie = "6" });
            case "another budget from later on":
                return await WithAsync(WithBudget(0), asked => asked.Budget = 1);
            case "no size with a code":
                change.Budget = 5;
                return _letters.AskChange(Change(_reference, changed: [change]));
            case "size without a product":
                var generic = WithBudget(0);
                (generic.Product, generic.Ingangsdatum) = (null, new DateOnly(2027, 1, 1));
                (generic.Einddatum, change.Einddatum) = (new DateOnly(2027, 6, 30), new DateOnly(2027, 6, 30));
                return await WithAsync(generic, asked => (asked.GewensteIngangsdatum, asked.Omvang) = (new DateOnly(2027, 1, 1), Size()));
            case "size without a code":
                return await WithAsync(WithBudget(0), asked => asked.Omvang = Size());
            case "new beside unchanged":
                return _letters.AskChange(Change(_reference, unchanged: [_number], added: [New("45")]));
            default:
                var shorter = Longer(_number);
                (shorter.GewensteIngangsdatum, shorter.Einddatum) = (new DateOnly(2026, 12, 1), new DateOnly(2026, 12, 31));
                return _letters.AskChange(Change(_reference, changed: [shorter], added: [New("45")]));
        }
    }

    private async Task<byte[]> WithAsync(ToegewezenProduct other, Action<TeWijzigenProduct> wanted)
    {
        other.ToewijzingNummer = NewAssignment();
        await TakesAsync(_letters.Assign(Running(_number), other));
        var change = new TeWijzigenProduct { ToewijzingNummer = other.ToewijzingNummer, GewensteIngangsdatum = Wanted, Einddatum = new DateOnly(2026, 12, 31) };
        wanted(change);
        if (change.Einddatum.Data < change.GewensteIngangsdatum.Data)
            change.Einddatum = change.GewensteIngangsdatum.Data.AddDays(90);
        return _letters.AskChange(Change(_reference, unchanged: [_number], changed: [change]));
    }

    private async Task<byte[]> PrepareAnswerAsync(string what)
    {
        if (what is "answer to nothing")
            return _letters.Reply(_reference, "2");
        await TakesAsync(_letters.Ask(Asked(_reference)));
        switch (what)
        {
            case "answer to another municipality's":
                return new CareLetters(_letters.AgbCode, municipality: "0114").Reply(_reference, "2");
            case "rejected after it was honoured":
                await TakesAsync(_letters.Assign(Honouring(_reference)));
                return _letters.Reply(_reference, "1", "3");
            case "looked into twice":
                await TakesAsync(_letters.Reply(_reference, "2"));
                return _letters.Reply(_reference, "2");
            case "looked into after a rejection" or "rejected twice" or "honours what was rejected":
                await TakesAsync(_letters.Reply(_reference, "1", "3"));
                return what[0] == 'h' ? _letters.Assign(Honouring(_reference)) : _letters.Reply(_reference, what[0] == 'l' ? "2" : "1", what[0] == 'l' ? null : "3");
            case "honours nothing":
                return _letters.Assign(Honouring($"{_reference}x"));
            default:
                return new CareLetters(_letters.AgbCode, "999900018").Assign(Honouring(_reference));
        }
    }

    private static ToegewezenProduct Running(long number, DateOnly? decided = null, DateOnly? end = null, string? reason = null) =>
        Assigned(number, decided, end ?? new DateOnly(2026, 12, 31), reason);

    private static ToegewezenProduct Honouring(string reference)
    {
        var product = Running(NewAssignment(), new DateOnly(2026, 7, 9));
        product.ReferentieAanbieder = reference;
        return product;
    }

    private static ToegewezenProduct InAll(long number)
    {
        var product = Running(number);
        (product.Product, product.Omvang) = (new() { Categorie = "51", Code = "51A99" }, new() { Volume = 50, Eenheid = "04", Frequentie = "6" });
        return product;
    }

    private static ToegewezenProduct WithBudget(long number)
    {
        var product = Running(number);
        (product.Product, product.Omvang, product.Budget) = (new() { Categorie = "52" }, null, 5_000);
        return product;
    }

    private async Task<CareMessage> TakesAsync(byte[] file)
    {
        var answer = await _files.DeliverAsync(file);
        Assert.True(answer.Message.Outcome == CareMessageOutcome.Taken, string.Join(' ', answer.Findings));
        return answer.Message;
    }

    private static async Task<IReadOnlyList<OpenCareRequest>> WaitingAsync(CareOrderService.CareOrderServiceClient by, DateOnly? before = null)
    {
        var items = new List<OpenCareRequest>();
        var request = new ListOpenCareRequestsRequest { PageSize = 1, DueBefore = before is { } day ? ProcurementHost.Day(day.Year, day.Month, day.Day) : null };
        do
        {
            var page = await by.ListOpenCareRequestsAsync(request);
            Assert.True(page.Items.Count <= 1);
            items.AddRange(page.Items);
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);
        return items;
    }

    private Task<DateOnly> TodayAsync() => host.Database.ScalarAsync<DateOnly>("select (now() at time zone 'Europe/Amsterdam')::date");

    private static DateOnly DayOf(Regio.Common.V1.Date date) => new(date.Year, date.Month, date.Day);

    private Task<string?> StateAsync() => host.Database.ScalarAsync<string>(
        $"select (select coalesce(string_agg(r::text, ';' order by r::text), '') from care_request r where r.provider_agb_code = '{_letters.AgbCode}') || (select coalesce(string_agg(a::text, ';' order by a::text), '') from care_assignment a where a.provider_agb_code = '{_letters.AgbCode}')");
}
