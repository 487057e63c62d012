using Grpc.Core;
using Npgsql;
using Regio.Procurement.V1;
using static Regio.Procurement.Tests.Features.ProcurementHost;

namespace Regio.Procurement.Tests.Features;

[Collection(nameof(ProcurementHost))]
public sealed class ProcedureFlowTests(ProcurementHost host)
{
    private readonly ProcedureDrafts _drafts = new(host);

    private ProcedureService.ProcedureServiceClient Procedures => _drafts.Rpcs;

    [Fact]
    public async Task A_market_consultation_answers_the_market_and_buys_nothing()
    {
        var published = await _drafts.PublishedAsync(ProcedureKind.MarketConsultation);
        var asked = (await Procedures.AskProcedureQuestionAsync(new() { RequestId = NewId(), Id = published.Id, Text = "Hoeveel plaatsen?", AskedDate = Day(2025, 3, 4) })).Procedure;
        await Procedures.AnswerProcedureQuestionAsync(new() { RequestId = NewId(), Id = asked.Id, QuestionId = asked.Questions[0].Id, Answer = "Dertig" });
        await Procedures.PublishProcedureAnswersAsync(new() { RequestId = NewId(), Id = asked.Id });

        var bid = await Refused.ByAsync(async () => await Procedures.RecordBidAsync(await _drafts.BidAsync(asked)));
        Assert.Equal((StatusCode.FailedPrecondition, "PROCEDURE_STEP_NOT_OF_KIND", "market-consultation"), (bid.Code, bid.Reason, bid.Metadata["kind"]));
        Assert.Equal(ProcedureState.Concluded, (await Procedures.ConcludeProcedureAsync(new() { RequestId = NewId(), Id = asked.Id })).Procedure.State);
    }

    [Fact]
    public async Task A_tender_goes_from_publication_by_intention_and_standstill_to_a_contract()
    {
        var published = await _drafts.PublishedAsync();
        foreach (var cents in new[] { 95_00L, 90_00, 99_00 })
            await Procedures.RecordBidAsync(await _drafts.BidAsync(published, cents));
        await Procedures.PublishProcedureAnswersAsync(new() { RequestId = NewId(), Id = published.Id });
        var opened = (await Procedures.OpenBidsAsync(new() { RequestId = NewId(), Id = published.Id })).Procedure;
        foreach (var (place, quality) in new[] { (0, 80), (1, 90), (2, 70) })
            await Procedures.AssessBidAsync(ProcedureDrafts.Assessment(opened, place, quality));

        var intention = ProcedureDrafts.Intention(opened);
        intention.WinningBidIds.RemoveAt(0);
        Assert.Equal("AWARD_NOT_BEST", (await Refused.ByAsync(async () => await Procedures.IntendAwardAsync(intention))).Reason);
        (intention.RequestId, intention.WinningBidIds[1]) = (NewId(), opened.Bids[0].Id);
        await Procedures.IntendAwardAsync(intention);
        var early = await Refused.ByAsync(async () => await Procedures.AwardProcedureAsync(new() { RequestId = NewId(), Id = opened.Id, AwardDate = Day(2025, 5, 21) }));
        Assert.Equal((StatusCode.FailedPrecondition, "STANDSTILL_RUNNING", "2025-05-21"), (early.Code, early.Reason, early.Metadata["date"]));

        var awarded = (await Procedures.AwardProcedureAsync(new() { RequestId = NewId(), Id = opened.Id, AwardDate = Day(2025, 5, 22) })).Procedure;
        var contract = (await Procedures.DraftAwardedContractAsync(ProcedureDrafts.Award(awarded))).Contract;
        var signed = await host.SignAsync(contract);

        Assert.Equal((awarded.Id, "1", 95_00L, Scale.ProcurementRegion), (signed.ProcedureId, signed.Lines[0].Lot, signed.Lines[0].TariffCents, signed.Lines[0].Scale));
        var twice = await Refused.ByAsync(async () => await Procedures.DraftAwardedContractAsync(ProcedureDrafts.Award(awarded)));
        Assert.Equal((StatusCode.AlreadyExists, "AWARD_CONTRACTED"), (twice.Code, twice.Reason));
        Assert.Equal(1, await host.Database.ScalarAsync<long>(
            $"select count(*) from outbox_message where lane = '{awarded.Id}' and message_type like '%.ProcedureChanged,%' and body::text like '%\"awarded\"%'"));
    }

    [Fact]
    public async Task An_open_house_contracts_everybody_who_was_admitted()
    {
        var awarded = await _drafts.AwardedAsync(ProcedureKind.OpenHouse);

        var signed = await host.SignAsync((await Procedures.DraftAwardedContractAsync(ProcedureDrafts.Award(awarded))).Contract);

        Assert.Equal((awarded.Bids[0].ProviderId, ContractState.Signed), (signed.ProviderId, signed.State));
        Assert.Null(awarded.IntentionDate);
    }

    [Fact]
    public async Task A_procedure_of_the_three_northern_regions_needs_a_mandate_and_a_report_back()
    {
        var prepared = await _drafts.PreparedAsync(ProcedureKind.ThreeNorth);
        Assert.Equal("MANDATE_MISSING", (await Refused.ByAsync(async () => await Procedures.PublishProcedureAsync(ProcedureDrafts.Publication(prepared)))).Reason);

        var awarded = await _drafts.AwardedAsync(ProcedureKind.ThreeNorth);
        Assert.Equal("REPORT_BACK_MISSING", (await Refused.ByAsync(async () => await Procedures.ConcludeProcedureAsync(new() { RequestId = NewId(), Id = awarded.Id }))).Reason);
        await Procedures.ReportProcedureBackAsync(new() { RequestId = NewId(), Id = awarded.Id, ReportDate = Day(2025, 6, 20) });
        var concluded = (await Procedures.ConcludeProcedureAsync(new() { RequestId = NewId(), Id = awarded.Id })).Procedure;

        Assert.Equal((ProcedureState.Concluded, 3_350, Day(2025, 6, 20)), (concluded.State, concluded.Shared.CostShareBasisPoints, concluded.Shared.ReportDate));
    }

    [Theory]
    [InlineData("price alone", "AWARD_ON_PRICE_ALONE", "procedure.criteria")]
    [InlineData("no kind", "INVALID_REQUEST", "procedure.kind")]
    [InlineData("unknown product", "PRODUCT_UNKNOWN", "procedure.lots[0].product_id")]
    [InlineData("short standstill", "STANDSTILL_TOO_SHORT", "procedure.standstill_days")]
    [InlineData("no weight", "INVALID_REQUEST", "procedure.criteria[0].weight")]
    public async Task A_plan_that_cannot_be_is_refused_with_its_reason_and_field(string what, string reason, string field)
    {
        var plan = ProcedureDrafts.Plan();
        switch (what)
        {
            case "price alone": plan.Procedure.Criteria.RemoveAt(0); plan.Procedure.Criteria[0].Weight = 100; break;
            case "no kind": plan.Procedure.Kind = ProcedureKind.Unspecified; break;
            case "unknown product": plan.Procedure.Lots[0].ProductId = "toverhulp"; break;
            case "short standstill": plan.Procedure.StandstillDays = 10; break;
            case "no weight": plan.Procedure.Criteria[0].Weight = 0; break;
        }

        var refused = await Refused.ByAsync(async () => await Procedures.CreateProcedureAsync(plan));

        Assert.Equal((reason, field), (refused.Reason, Assert.Single(refused.Fields)));
    }

    [Fact]
    public async Task Of_two_bids_of_a_provider_for_a_lot_at_once_one_is_recorded()
    {
        var published = await _drafts.PublishedAsync();
        var bid = await _drafts.BidAsync(published);
        var same = bid.Clone();
        same.RequestId = NewId();

        var outcomes = await Task.WhenAll(new[] { bid, same }.Select(async request =>
        {
            try
            {
                await Procedures.RecordBidAsync(request);
                return "";
            }
            catch (RpcException exception)
            {
                return Refused.Of(exception).Reason;
            }
        }));

        Assert.Equal(["", "BID_EXISTS"], outcomes.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Procedures_are_listed_by_kind_and_state_newest_first()
    {
        var (first, second) = (await _drafts.PreparedAsync(ProcedureKind.Sas), await _drafts.PreparedAsync(ProcedureKind.Sas));
        await Procedures.WithdrawProcedureAsync(new() { RequestId = NewId(), Id = first.Id, Reason = "Geen behoefte" });

        Assert.Equal(second.Id, (await Procedures.ListProceduresAsync(new() { Kind = ProcedureKind.Sas, State = ProcedureState.Preparation, PageSize = 1 })).Procedures[0].Id);
        Assert.Equal(second, (await Procedures.GetProcedureAsync(new() { Id = second.Id })).Procedure);
        Assert.Equal(first.Id, (await Procedures.ListProceduresAsync(new() { Kind = ProcedureKind.Sas, State = ProcedureState.Withdrawn })).Procedures[0].Id);
    }

    [Fact]
    public async Task The_database_itself_refuses_an_award_in_the_standstill_a_winner_without_assessment_and_an_intention_of_an_open_house()
    {
        var tender = await _drafts.AwardedAsync();
        var openHouse = await _drafts.AwardedAsync(ProcedureKind.OpenHouse);
        async Task<string?> ByAsync(string sql) => (await Assert.ThrowsAsync<PostgresException>(() => host.Database.ExecuteAsync(sql))).ConstraintName;

        Assert.Equal("ck_procedure_standstill", await ByAsync($"update procedure set awarded_on = standstill_until where id = '{tender.Id}'"));
        Assert.Equal("ck_bid_wins", await ByAsync($"update bid set state = 'Late' where id = '{tender.Bids[0].Id}'"));
        Assert.Equal("ck_procedure_price_alone", await ByAsync($"delete from procedure_criterion where procedure_id = '{tender.Id}' and kind = 'Quality'"));
        Assert.Equal("fk_bid_procedure_lot", await ByAsync($"update bid set lot_number = '9' where id = '{tender.Bids[0].Id}'"));
        Assert.Equal("ck_procedure_steps", await ByAsync($"update procedure set intended_on = '2025-05-01' where id = '{openHouse.Id}'"));
    }
}
