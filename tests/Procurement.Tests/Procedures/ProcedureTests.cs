using Regio.Procurement.Procedures;
using Regio.ServiceDefaults.Errors;
using static Regio.Procurement.Tests.Procedures.Prepared;

namespace Regio.Procurement.Tests.Procedures;

public sealed class ProcedureTests
{
    [Theory]
    [InlineData("EuropeanTender", "price alone", "AWARD_ON_PRICE_ALONE")]
    [InlineData("Sas", "price alone", "AWARD_ON_PRICE_ALONE")]
    [InlineData("ThreeNorth", "no criteria", "CRITERIA_WEIGHTS")]
    [InlineData("EuropeanTender", "ninety", "CRITERIA_WEIGHTS")]
    [InlineData("EuropeanTender", "same name", "CRITERION_TWICE")]
    [InlineData("OpenHouse", "ranks", "PROCEDURE_RANKS_NOT")]
    [InlineData("MarketConsultation", "ranks", "PROCEDURE_RANKS_NOT")]
    [InlineData("MarketConsultation", "lots", "NOTHING_IS_BOUGHT")]
    [InlineData("OpenHouse", "no lots", "LOTS_MISSING")]
    [InlineData("OpenHouse", "same lot", "LOT_TWICE")]
    [InlineData("OpenHouse", "standstill", "STANDSTILL_NOT_OF_KIND")]
    [InlineData("EuropeanTender", "no standstill", "STANDSTILL_TOO_SHORT")]
    [InlineData("ThreeNorth", "no lead", "LEAD_MISSING")]
    [InlineData("Sas", "lead", "LEAD_NOT_OF_KIND")]
    public void A_plan_that_does_not_fit_its_kind_is_refused(string kindName, string what, string reason)
    {
        var kind = Enum.Parse<ProcedureKind>(kindName);
        var plan = Plan(kind);
        var changed = what switch
        {
            "price alone" => plan with { Criteria = [Criterion("Prijs", CriterionKind.Price, 100)] },
            "no criteria" => plan with { Criteria = [] },
            "ninety" => plan with { Criteria = [Criterion("Kwaliteit", CriterionKind.Quality, 90)] },
            "same name" => plan with { Criteria = [Criterion("Kwaliteit", CriterionKind.Quality, 50), Criterion("Kwaliteit", CriterionKind.Quality, 50)] },
            "ranks" => plan with { Criteria = [Criterion("Kwaliteit", CriterionKind.Quality, 100)] },
            "lots" => plan with { Lots = [Lot("1")] },
            "no lots" => plan with { Lots = [] },
            "same lot" => plan with { Lots = [Lot("1"), Lot("1")] },
            "standstill" => plan with { StandstillDays = 20 },
            "no standstill" => plan with { StandstillDays = 19 },
            "no lead" => plan with { Shared = null },
            _ => plan with { Shared = new SharedPlan("Groningen", 0, 30) },
        };

        Assert.Equal(reason, Assert.Throws<DomainException>(() => Of(kind, changed)).Rule.Code);
        Assert.Equal(ProcedureState.Preparation, Of(kind).State);
    }

    [Fact]
    public void A_region_may_offer_a_standstill_where_the_law_does_not_ask_for_it() =>
        Assert.Equal(10, Of(ProcedureKind.Sas, Plan(ProcedureKind.Sas) with { StandstillDays = 10 }).StandstillDays);

    [Theory]
    [InlineData("EuropeanTender", "2026-03-22", "STANDSTILL_RUNNING")]
    [InlineData("EuropeanTender", "2026-03-23", "")]
    [InlineData("Sas", "2026-03-02", "")]
    [InlineData("Sas", "2026-03-01", "AWARD_BEFORE_INTENTION")]
    [InlineData("EuropeanTender", "2026-12-02", "PROCEDURE_DATE_AHEAD")]
    public void An_award_waits_for_the_standstill_where_it_belongs(string kind, string day, string reason)
    {
        var procedure = In(Enum.Parse<ProcedureKind>(kind), ProcedureState.Intended)!;
        void Award() => procedure.Award(DateOnly.ParseExact(day, "O", null), Today);

        if (reason.Length == 0)
            Award();
        else
            Assert.Equal(reason, Assert.Throws<DomainException>(Award).Rule.Code);
        Assert.Equal(reason.Length == 0 ? ProcedureState.Awarded : ProcedureState.Intended, procedure.State);
    }

    [Fact]
    public void The_score_weighs_the_criteria_and_a_worse_bid_does_not_win()
    {
        var (procedure, good, cheap) = Opened();

        Assert.Equal((90 * 70) + (40 * 30), procedure.Bids[0].Score);
        Assert.Equal("AWARD_NOT_BEST", ByIntention(procedure, cheap));
        Assert.Equal("TOO_MANY_WINNERS", ByIntention(procedure, good, cheap));
        procedure.Intend([good], "Beste op kwaliteit", Intended, Today);
        Assert.Equal([true, false], procedure.Bids.Select(bid => bid.Wins));
        Assert.Equal(Intended.AddDays(20), procedure.StandstillUntil);
    }

    [Fact]
    public void Of_two_with_the_same_score_either_may_win()
    {
        var (procedure, good, cheap) = Opened();
        procedure.Assess(cheap, excluded: false, Scores(90, 40), "Gelijk");

        procedure.Intend([cheap], "Loting", Intended, Today);
        Assert.Equal([false, true], procedure.Bids.Select(bid => bid.Wins));
        Assert.NotEqual(good, cheap);
    }

    [Fact]
    public void A_late_bid_is_kept_not_assessed_and_does_not_win()
    {
        var procedure = In(ProcedureKind.EuropeanTender, ProcedureState.Published)!;
        var late = Bid(received: BidsUntil.AddDays(1));
        procedure.RecordBid(late);
        procedure.PublishAnswers(Today);
        procedure.OpenBids(Today);

        Assert.Equal(BidState.Late, Assert.Single(procedure.Bids).State);
        Assert.Equal("BID_LATE", Assert.Throws<DomainException>(() => procedure.Assess(late.Id, excluded: false, Scores(100, 100), "x")).Rule.Code);
        Assert.Equal("WINNER_NOT_ASSESSED", ByIntention(procedure, late.Id));
    }

    [Fact]
    public void Nothing_is_intended_while_a_bid_waits_or_points_are_missing()
    {
        var procedure = In(ProcedureKind.EuropeanTender, ProcedureState.Answered)!;
        procedure.OpenBids(Today);
        var bid = procedure.Bids[0].Id;

        Assert.Equal("BIDS_NOT_ASSESSED", ByIntention(procedure, bid));
        Assert.Equal("SCORES_INCOMPLETE", Assert.Throws<DomainException>(() => procedure.Assess(bid, excluded: false, [Scores(1, 1)[1]], "x")).Rule.Code);
        Assert.Equal("SCORES_INCOMPLETE", Assert.Throws<DomainException>(() => procedure.Assess(bid, excluded: true, Scores(1, 1), "x")).Rule.Code);
    }

    [Fact]
    public void An_open_house_admits_everybody_who_meets_the_conditions_and_nobody_else()
    {
        var procedure = In(ProcedureKind.OpenHouse, ProcedureState.Published)!;
        Bid[] bids = [Bid(), Bid(), Bid()];
        foreach (var bid in bids)
            procedure.RecordBid(bid);
        procedure.PublishAnswers(Today);
        procedure.OpenBids(Today);
        procedure.Assess(bids[0].Id, excluded: false, [], "Voldoet");
        procedure.Assess(bids[1].Id, excluded: true, [], "Geen keurmerk");
        Assert.Equal("BIDS_NOT_ASSESSED", Assert.Throws<DomainException>(() => procedure.Award(Intended, Today)).Rule.Code);
        procedure.Assess(bids[2].Id, excluded: false, [], "Voldoet");

        procedure.Award(Intended, Today);

        Assert.Equal([true, false, true], procedure.Bids.Select(bid => bid.Wins));
        Assert.Equal("NOT_AWARDED", Assert.Throws<DomainException>(() => procedure.AwardedTo(bids[1].ProviderId)).Rule.Code);
        Assert.Equal("1", Assert.Single(procedure.AwardedTo(bids[2].ProviderId)).Lot.Number);
    }

    [Fact]
    public void Answers_are_published_after_the_last_day_for_questions_and_all_at_once()
    {
        var procedure = In(ProcedureKind.MarketConsultation, ProcedureState.Published)!;
        var question = Guid.CreateVersion7();
        procedure.Ask(question, "Hoeveel plaatsen?", QuestionsUntil);

        Assert.Equal("QUESTION_LATE", Assert.Throws<DomainException>(() => procedure.Ask(Guid.NewGuid(), "En nu?", QuestionsUntil.AddDays(1))).Rule.Code);
        Assert.Equal("QUESTIONS_RUNNING", Assert.Throws<DomainException>(() => procedure.PublishAnswers(QuestionsUntil)).Rule.Code);
        Assert.Equal("QUESTIONS_OPEN", Assert.Throws<DomainException>(() => procedure.PublishAnswers(Today)).Rule.Code);
        procedure.Answer(question, "Dertig");
        procedure.PublishAnswers(Today);
        Assert.Equal(ProcedureState.Answered, procedure.State);
    }

    [Theory]
    [InlineData("2026-01-04", "2026-02-20", "questions_until_date")]
    [InlineData("2026-01-20", "2026-01-20", "bids_until_date")]
    [InlineData("2026-01-20", "", "bids_until_date")]
    public void Times_follow_each_other(string questions, string bids, string field)
    {
        DateOnly? until = bids.Length > 0 ? DateOnly.ParseExact(bids, "O", null) : null;

        var refused = Assert.Throws<DomainException>(() => Of(ProcedureKind.Sas).Publish(Published, DateOnly.ParseExact(questions, "O", null), until, Today));

        Assert.Equal(("PROCEDURE_TIMES", field), (refused.Rule.Code, refused.Field));
    }

    [Fact]
    public void Bids_are_opened_after_their_last_day() => Assert.Equal(
        "BIDS_RUNNING", Assert.Throws<DomainException>(() => In(ProcedureKind.Sas, ProcedureState.Answered)!.OpenBids(BidsUntil)).Rule.Code);

    private static (Procedure Procedure, Guid Good, Guid Cheap) Opened()
    {
        var procedure = In(ProcedureKind.EuropeanTender, ProcedureState.Published)!;
        Bid[] bids = [Bid(), Bid()];
        foreach (var bid in bids)
            procedure.RecordBid(bid);
        procedure.PublishAnswers(Today);
        procedure.OpenBids(Today);
        procedure.Assess(bids[0].Id, excluded: false, Scores(90, 40), "Sterk");
        procedure.Assess(bids[1].Id, excluded: false, Scores(50, 100), "Goedkoop");
        return (procedure, bids[0].Id, bids[1].Id);
    }

    private static string ByIntention(Procedure procedure, params Guid[] winners) =>
        Assert.Throws<DomainException>(() => procedure.Intend(winners, "x", Intended, Today)).Rule.Code;
}
