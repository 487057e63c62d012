using Regio.ServiceDefaults.Errors;

namespace Regio.Procurement.Procedures;

/// <summary>The rules of procedures, each with its reason code.</summary>
internal static class ProcedureRules
{
    public const int MostTitleCharacters = 200;
    public const int MostTextCharacters = 2_000;
    public const int MostLots = 50;
    public const int MostCriteria = 20;
    public const int MostWinners = 500;
    public const int MostDays = 365;

    public static readonly Rule Unknown = new("PROCEDURE_UNKNOWN", RuleKind.Missing, "No procedure has this id.", "Er is geen inkoopprocedure met dit nummer.");

    public static readonly Rule WrongState = new(
        "PROCEDURE_STATE",
        RuleKind.State,
        "A procedure that is {state} does not allow this; its next step is {next}.",
        "De stand van de procedure laat dit niet toe.");

    public static readonly Rule NotOfKind = new(
        "PROCEDURE_STEP_NOT_OF_KIND", RuleKind.State, "This step does not belong to a {kind}.", "Deze stap hoort niet bij dit soort procedure.");

    public static readonly Rule DateAhead = Invalid(
        "PROCEDURE_DATE_AHEAD", "An act is recorded when it has taken place: {date} at the latest.", "Een handeling wordt vastgelegd nadat zij is gedaan: uiterlijk {date}.");

    public static readonly Rule TimesDisorder = Invalid(
        "PROCEDURE_TIMES",
        "Questions end on the day of publication or later, and bids after that; a kind without bids has no day for them.",
        "De vragentermijn eindigt op of na de publicatie en de inschrijftermijn daarna; een soort zonder inschrijvingen heeft die niet.");

    public static readonly Rule LotsMissing = Invalid("LOTS_MISSING", "A kind with bids has lots.", "Deze soort heeft percelen nodig.");

    public static readonly Rule NothingBought = Invalid("NOTHING_IS_BOUGHT", "A market consultation buys nothing, so it has no lots.", "Een marktconsultatie koopt niets in en heeft geen percelen.");

    public static readonly Rule LotTwice = Invalid("LOT_TWICE", "Two lots have the same number.", "Twee percelen hebben hetzelfde nummer.");

    public static readonly Rule LotUnknown = Invalid("LOT_UNKNOWN", "The procedure has no such lot.", "De procedure heeft dit perceel niet.");

    public static readonly Rule RanksNot = Invalid(
        "PROCEDURE_RANKS_NOT", "This kind admits everybody who meets the conditions, so it has no criteria that rank.", "Deze soort laat iedereen toe die aan de voorwaarden voldoet en rangschikt niet.");

    public static readonly Rule CriterionTwice = Invalid("CRITERION_TWICE", "Two criteria have the same name.", "Twee gunningscriteria hebben dezelfde naam.");

    public static readonly Rule WeightsDiffer = Invalid("CRITERIA_WEIGHTS", "The weights add up to 100.", "De gewichten zijn samen 100.");

    public static readonly Rule PriceAlone = Invalid(
        "AWARD_ON_PRICE_ALONE",
        "Youth care is not awarded on price alone (Jeugdwet, article 2.11): give a criterion of quality.",
        "Jeugdhulp wordt niet op prijs alleen gegund (Jeugdwet, artikel 2.11): geef een criterium voor kwaliteit.");

    public static readonly Rule StandstillNotOfKind = Invalid("STANDSTILL_NOT_OF_KIND", "This kind has no intention, so no standstill.", "Deze soort kent geen voornemen en dus geen opschortende termijn.");

    public static readonly Rule StandstillTooShort = Invalid(
        "STANDSTILL_TOO_SHORT", "The law asks for {days} days between intention and award.", "De wet vraagt {days} dagen tussen voornemen en gunning.");

    public static readonly Rule LeadMissing = Invalid("LEAD_MISSING", "Say which region leads it and what Drenthe bears of the cost.", "Geef de trekkende regio en het aandeel van Drenthe in de kosten.");

    public static readonly Rule LeadNotOfKind = Invalid("LEAD_NOT_OF_KIND", "Only a 3Noord procedure is led by another region.", "Alleen een procedure van 3Noord heeft een trekkende regio.");

    public static readonly Rule MandateMissing = State("MANDATE_MISSING", "It is published after the mandate of Drenthe.", "Publicatie volgt op het mandaat van Drenthe.");

    public static readonly Rule ReportBackMissing = State("REPORT_BACK_MISSING", "It is concluded after the report back.", "Afronding volgt op de terugmelding.");

    public static readonly Rule QuestionLate = Invalid("QUESTION_LATE", "Questions could be asked until {date}.", "Vragen konden worden gesteld tot en met {date}.");

    public static readonly Rule QuestionUnknown = new("QUESTION_UNKNOWN", RuleKind.Missing, "The procedure has no such question.", "De procedure heeft deze vraag niet.");

    public static readonly Rule QuestionsRunning = State("QUESTIONS_RUNNING", "Questions can be asked until {date}.", "Vragen kunnen worden gesteld tot en met {date}.");

    public static readonly Rule QuestionsOpen = State("QUESTIONS_OPEN", "A question has no answer yet.", "Een vraag is nog niet beantwoord.");

    public static readonly Rule BidsRunning = State("BIDS_RUNNING", "Bids can come in until {date}.", "Inschrijven kan tot en met {date}.");

    public static readonly Rule BidTwice = new("BID_EXISTS", RuleKind.Duplicate, "The provider has a bid for this lot.", "De aanbieder heeft al een inschrijving op dit perceel.");

    public static readonly Rule BidUnknown = new("BID_UNKNOWN", RuleKind.Missing, "The procedure has no such bid.", "De procedure heeft deze inschrijving niet.");

    public static readonly Rule BidLate = State("BID_LATE", "The bid came too late and is not assessed.", "De inschrijving kwam te laat en wordt niet beoordeeld.");

    public static readonly Rule ScoresIncomplete = Invalid(
        "SCORES_INCOMPLETE", "A bid that competes has points on each criterion, once; another has none.", "Een inschrijving krijgt op elk criterium eenmaal punten; een uitgesloten inschrijving krijgt er geen.");

    public static readonly Rule BidsNotAssessed = State("BIDS_NOT_ASSESSED", "A bid is not assessed yet.", "Een inschrijving is nog niet beoordeeld.");

    public static readonly Rule NoWinner = State("NO_WINNER", "Nobody wins: withdraw the procedure.", "Er is geen winnaar: trek de procedure in.");

    public static readonly Rule WinnerNotAssessed = State("WINNER_NOT_ASSESSED", "A bid that is late or excluded does not win.", "Een late of uitgesloten inschrijving wint niet.");

    public static readonly Rule TooManyWinners = State("TOO_MANY_WINNERS", "More bids win the lot than it has room for.", "Er zijn meer winnaars dan het perceel toelaat.");

    public static readonly Rule NotTheBest = State("AWARD_NOT_BEST", "A bid that does not win scores better on the criteria.", "Een inschrijving die niet wint, scoort beter op de criteria.");

    public static readonly Rule AwardBeforeIntention = Invalid("AWARD_BEFORE_INTENTION", "The intention is of {date}.", "Het voornemen is van {date}.");

    public static readonly Rule StandstillRunning = State("STANDSTILL_RUNNING", "The standstill runs until {date}, that day included.", "De opschortende termijn loopt tot en met {date}.");

    public static readonly Rule NotAwarded = new("NOT_AWARDED", RuleKind.Missing, "Nothing was awarded to this provider.", "Aan deze aanbieder is niets gegund.");

    public static readonly Rule Contracted = new(
        "AWARD_CONTRACTED", RuleKind.Duplicate, "The award to this provider has its contract.", "De gunning aan deze aanbieder heeft al een contract.");

    public static readonly Rule NothingPublished = State(
        "NOTHING_PUBLISHED", "Nothing of the procedure has been published yet.", "Van de procedure is nog niets gepubliceerd.");

    /// <summary>Constraints of the database that stand for a rule.</summary>
    public static readonly ConstraintRule[] Constraints =
    [
        new("ix_contract_procedure_id_provider_id", Contracted, "provider_id"),
    ];

    public static DomainException NotFound(string id) => new(Unknown, "id", new Dictionary<string, string> { ["procedure_id"] = id });

    private static Rule Invalid(string code, string english, string dutch) => new(code, RuleKind.Invalid, english, dutch);

    private static Rule State(string code, string english, string dutch) => new(code, RuleKind.State, english, dutch);
}
