using Grpc.Core;
using Npgsql;
using Regio.Procurement.V1;
using Regio.ServiceDefaults.Security;
using Regio.Testing;
using static Regio.Procurement.Tests.Features.ProcurementHost;
using Source = Regio.Common.V1.Source;

namespace Regio.Procurement.Tests.Features;

[Collection(nameof(ProcurementHost))]
public sealed class TariffFlowTests(ProcurementHost host)
{
    private readonly TariffService.TariffServiceClient _tariffs = new(host.Invoker(TestTokens.For(Roles.ContractManager)));

    [Fact]
    public async Task A_signed_line_begins_with_the_tariff_of_its_contract()
    {
        var signed = await SignedAsync(2060);

        var tariff = Assert.Single((await _tariffs.ListTariffsAsync(new() { ContractId = signed.Id })).Tariffs);

        Assert.Equal((TariffState.Adopted, 95_00L, signed.Lines[0].Id), (tariff.State, tariff.TariffCents, tariff.LineId));
        Assert.Equal(signed.Lines[0].Period, tariff.InForce);
        Assert.Equal(tariff, (await _tariffs.GetTariffAsync(new() { Id = tariff.Id })).Tariff);
    }

    [Fact]
    public async Task An_adopted_tariff_counts_from_its_first_day_in_every_position_and_is_published()
    {
        var signed = await SignedAsync(2061);
        var proposed = await SubstantiateAsync(await DraftAsync(signed, 99_00, Day(2061, 7, 1)));

        var adopted = (await _tariffs.AdoptTariffAsync(new() { RequestId = NewId(), Id = proposed.Id, Etag = proposed.Etag })).Tariff;

        Assert.Equal((TariffState.Adopted, Day(2061, 7, 1), Day(2062, 1, 1)), (adopted.State, adopted.InForce.StartDate, adopted.InForce.EndDate));
        Assert.Equal(95_00, await PositionAsync(signed, Day(2061, 6, 30)));
        Assert.Equal(99_00, await PositionAsync(signed, Day(2061, 7, 1)));
        Assert.Single((await _tariffs.ListTariffsAsync(new() { ContractId = signed.Id, AsOf = Day(2061, 6, 30) })).Tariffs, tariff => tariff.TariffCents == 95_00);
        Assert.Equal(1, await host.Database.ScalarAsync<long>(
            $"select count(*) from outbox_message where lane = '{adopted.Id}' and message_type like '%.TariffAdopted,%'"));
    }

    [Fact]
    public async Task A_provisional_tariff_of_the_past_is_corrected_and_a_definitive_one_is_not()
    {
        var signed = await SignedAsync(2020);
        var early = await SubstantiateAsync(await DraftAsync(signed, 99_00, Day(2020, 7, 1)));
        var refused = await Refused.ByAsync(async () => await _tariffs.AdoptTariffAsync(new() { RequestId = NewId(), Id = early.Id }));
        Assert.Equal((StatusCode.FailedPrecondition, "TARIFF_DEFINITIVE", "2020-07-01"), (refused.Code, refused.Reason, refused.Metadata["from"]));

        await host.Database.ExecuteAsync($"update tariff set provisional = true where contract_id = '{signed.Id}'");
        var answer = await _tariffs.AdoptTariffAsync(new() { RequestId = NewId(), Id = early.Id });

        var correction = Assert.Single(answer.Corrections);
        Assert.Equal((4_00L, Day(2020, 7, 1), Day(2021, 1, 1)), (correction.DifferenceCents, correction.Period.StartDate, correction.Period.EndDate));
    }

    [Fact]
    public async Task A_provider_sees_what_is_proposed_to_it_and_objects()
    {
        var signed = await SignedAsync(2062);
        var draft = await DraftAsync(signed, 80_00, Day(2062, 7, 1));
        var own = new TariffService.TariffServiceClient(host.Invoker(TestTokens.For(Roles.Provider, provider: signed.ProviderId)));
        var other = new TariffService.TariffServiceClient(host.Invoker(TestTokens.For(Roles.Provider, provider: NewId())));
        Assert.Equal("TARIFF_UNKNOWN", (await Refused.ByAsync(async () => await own.GetTariffAsync(new() { Id = draft.Id }))).Reason);

        var proposed = await SubstantiateAsync(draft);
        Assert.Equal(proposed, (await own.GetTariffAsync(new() { Id = draft.Id })).Tariff);
        ObjectToTariffRequest Objection() => new() { RequestId = NewId(), Id = draft.Id, Ground = "Onder de kostprijs", ReceivedDate = Day(2062, 5, 1) };
        Assert.Equal("TARIFF_UNKNOWN", (await Refused.ByAsync(async () => await other.ObjectToTariffAsync(Objection()))).Reason);
        var objection = Assert.Single((await own.ObjectToTariffAsync(Objection())).Tariff.Objections);

        AnswerTariffObjectionRequest Answer() => new()
        {
            RequestId = NewId(), Id = draft.Id, ObjectionId = objection.Id, Uphold = false, Reason = "Het kostprijsonderzoek is gevolgd",
        };
        var answered = Assert.Single((await _tariffs.AnswerTariffObjectionAsync(Answer())).Tariff.Objections);
        Assert.Equal(TariffObjectionState.Rejected, answered.State);
        Assert.Equal("TARIFF_OBJECTION_ANSWERED", (await Refused.ByAsync(async () => await _tariffs.AnswerTariffObjectionAsync(Answer()))).Reason);
        Assert.Empty((await other.ListTariffsAsync(new() { ContractId = signed.Id })).Tariffs);
    }

    [Fact]
    public async Task Of_two_who_adopt_for_the_same_days_both_succeed_one_after_the_other_and_one_tariff_holds_each_day()
    {
        var signed = await SignedAsync(2063);
        var first = await SubstantiateAsync(await DraftAsync(signed, 97_00, Day(2063, 3, 1)));
        var second = await SubstantiateAsync(await DraftAsync(signed, 98_00, Day(2063, 3, 1)));

        await Task.WhenAll(new[] { first, second }.Select(async tariff => await _tariffs.AdoptTariffAsync(new() { RequestId = NewId(), Id = tariff.Id })));

        Assert.Single((await _tariffs.ListTariffsAsync(new() { ContractId = signed.Id, AsOf = Day(2063, 3, 1) })).Tariffs);
    }

    [Fact]
    public async Task The_database_itself_refuses_two_tariffs_on_one_day_and_a_day_without()
    {
        var signed = await SignedAsync(2064);
        var line = signed.Lines[0].Id;

        var overlap = await Assert.ThrowsAsync<PostgresException>(() => host.Database.ExecuteAsync(
            $"""
             insert into tariff (id, contract_id, line_id, provider_id, unit, cents, validity, provisional, created_at, created_by, state, in_force, substantiation, version,
                 client_hours_cents, other_hours_cents, other_client_cents, overhead_cents, indexation_cents)
             select gen_random_uuid(), contract_id, line_id, provider_id, unit, cents, validity, provisional, created_at, created_by, state, in_force, substantiation, version,
                 client_hours_cents, other_hours_cents, other_client_cents, overhead_cents, indexation_cents
             from tariff where line_id = '{line}'
             """));
        var gap = await Assert.ThrowsAsync<PostgresException>(() => host.Database.ExecuteAsync(
            $"update tariff set in_force = '[2064-01-01,2064-06-01)' where line_id = '{line}'"));
        var none = await Assert.ThrowsAsync<PostgresException>(() => host.Database.ExecuteAsync($"delete from tariff where line_id = '{line}'"));

        Assert.Equal(("ex_tariff_one_per_day", "ck_tariff_no_gap", "ck_tariff_no_gap"), (overlap.ConstraintName, gap.ConstraintName, none.ConstraintName));
    }

    [Fact]
    public async Task Index_figures_give_a_tariff_of_the_next_year_with_its_steps()
    {
        await RecordAsync(TariffIndexKind.Wage, 2066, "4.60", "5.10");
        await RecordAsync(TariffIndexKind.Wage, 2067, "4.00", "");
        await RecordAsync(TariffIndexKind.Material, 2066, "2.50", "1.50");
        await RecordAsync(TariffIndexKind.Material, 2067, "2", "");

        var answer = await _tariffs.PreviewIndexationAsync(new() { TariffCents = 100_00, Year = 2067, WageSharePercent = "80" });

        Assert.Equal((103_80L, "4.5", "1", "3.8"), (answer.TariffCents, answer.WageIndexPercent, answer.MaterialIndexPercent, answer.IndexPercent));
        var refused = await Refused.ByAsync(async () => await _tariffs.PreviewIndexationAsync(new() { TariffCents = 100_00, Year = 2068, WageSharePercent = "80" }));
        Assert.Equal((StatusCode.FailedPrecondition, "TARIFF_INDEX_MISSING", "year"), (refused.Code, refused.Reason, refused.Fields[0]));
    }

    [Theory]
    [InlineData("no line", "INVALID_REQUEST", "line_id")]
    [InlineData("unknown line", "CONTRACT_LINE_UNKNOWN", "line_id")]
    [InlineData("free", "INVALID_REQUEST", "tariff_cents")]
    [InlineData("no period", "INVALID_REQUEST", "period")]
    [InlineData("too long", "TARIFF_OUTSIDE_LINE", "period")]
    [InlineData("no text", "INVALID_REQUEST", "substantiation")]
    [InlineData("no elements", "INVALID_REQUEST", "elements")]
    [InlineData("other sum", "TARIFF_ELEMENTS_DIFFER", "elements")]
    [InlineData("no percentage", "INVALID_REQUEST", "index.forecast_percent")]
    [InlineData("too exact", "INVALID_REQUEST", "wage_share_percent")]
    public async Task What_cannot_be_is_refused_with_its_reason_and_field(string what, string reason, string field)
    {
        var refused = await Refused.ByAsync(async () => await CallAsync(what));

        Assert.Equal((reason, field), (refused.Reason, Assert.Single(refused.Fields)));
    }

    [Fact]
    public async Task A_line_of_a_draft_has_no_tariffs()
    {
        var draft = await host.DraftAsync();

        var refused = await Refused.ByAsync(async () => await DraftAsync(draft, 99_00, Day(2026, 7, 1)));
        Assert.Equal((StatusCode.FailedPrecondition, "LINE_NOT_ACTIVE"), (refused.Code, refused.Reason));
    }

    private async Task CallAsync(string what)
    {
        var signed = await SignedAsync(2065);
        var draft = new DraftTariffRequest { RequestId = NewId(), LineId = signed.Lines[0].Id, TariffCents = 99_00, Period = Year(2065) };
        switch (what)
        {
            case "no line": draft.LineId = ""; break;
            case "unknown line": draft.LineId = NewId(); break;
            case "free": draft.TariffCents = 0; break;
            case "no period": draft.Period = null; break;
            case "too long": draft.Period.EndDate = Day(2066, 1, 2); break;
            case "no percentage": await RecordAsync(TariffIndexKind.Wage, 2065, "4,6", ""); return;
            case "too exact": await _tariffs.PreviewIndexationAsync(new() { TariffCents = 1, Year = 2066, WageSharePercent = "1.00001" }); return;
        }

        var tariff = (await _tariffs.DraftTariffAsync(draft)).Tariff;
        var substantiate = Substantiation(tariff);
        switch (what)
        {
            case "no text": substantiate.Substantiation = ""; break;
            case "no elements": substantiate.Elements = null; break;
            default: substantiate.Elements.OverheadCents++; break;
        }

        await _tariffs.SubstantiateTariffAsync(substantiate);
    }

    private async Task<Contract> SignedAsync(int year)
    {
        var request = await host.RequestAsync();
        request.Contract.Period = Year(year);
        request.Contract.Lines[0] = Line(year: year);
        return await host.SignAsync((await host.Contracts.CreateContractAsync(request)).Contract);
    }

    private async Task<Tariff> DraftAsync(Contract contract, long cents, Common.V1.Date from) => (await _tariffs.DraftTariffAsync(new()
    {
        RequestId = NewId(), LineId = contract.Lines[0].Id, TariffCents = cents, Period = new Common.V1.Period { StartDate = from },
    })).Tariff;

    private async Task<Tariff> SubstantiateAsync(Tariff draft) => (await _tariffs.SubstantiateTariffAsync(Substantiation(draft))).Tariff;

    private static SubstantiateTariffRequest Substantiation(Tariff draft) => new()
    {
        RequestId = NewId(),
        Id = draft.Id,
        Etag = draft.Etag,
        Elements = new CostElements { ClientHoursCents = draft.TariffCents - 40_00, OtherHoursCents = 10_00, OtherClientCents = 5_00, OverheadCents = 20_00, IndexationCents = 5_00 },
        Substantiation = "Kostprijsonderzoek met de aanbieders",
    };

    private async Task RecordAsync(TariffIndexKind kind, int year, string forecast, string definitive) => await _tariffs.RecordTariffIndexAsync(new()
    {
        RequestId = NewId(),
        Index = new TariffIndex { Kind = kind, Year = year, ForecastPercent = forecast, DefinitivePercent = definitive, Source = new Source { Title = "Indexcijfers" } },
    });

    private async Task<long> PositionAsync(Contract contract, Common.V1.Date day)
    {
        var answer = await host.Contracts.BatchGetContractPositionsAsync(new()
        {
            Keys = { new ContractPositionKey { MunicipalityId = "GM0114", ProductId = "ambulatory-help", AsOf = day, ProviderId = contract.ProviderId } },
        });
        return Assert.Single(answer.Positions[0].Lines).Line.TariffCents;
    }
}
