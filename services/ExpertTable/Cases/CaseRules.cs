using Regio.ServiceDefaults.Errors;
using Regio.ServiceDefaults.Persistence;

namespace Regio.ExpertTable.Cases;

/// <summary>The rules of a case, each with its reason code. None of the texts holds a value of the request but ids and states.</summary>
internal static class CaseRules
{
    public static readonly Rule CaseUnknown = new(
        "CASE_UNKNOWN",
        RuleKind.Missing,
        "There is no such case, or not for this caller.",
        "Deze casus bestaat niet, of niet voor u.");

    public static readonly Rule MunicipalityNotOwn = new(
        "MUNICIPALITY_NOT_OWN",
        RuleKind.NotAllowed,
        "A municipality brings in its own children only.",
        "Een gemeente meldt alleen eigen kinderen aan.");

    public static readonly Rule MunicipalityUnknown = new(
        "MUNICIPALITY_UNKNOWN",
        RuleKind.Missing,
        "The register has no municipality with this id today.",
        "Het register kent vandaag geen gemeente met deze code.");

    public static readonly Rule State = new(
        "CASE_STATE",
        RuleKind.State,
        "The case is in state {state}; this is possible in {allowed} only.",
        "De casus staat op {state}; dit kan alleen in {allowed}.");

    public static readonly Rule ReturnIncomplete = new(
        "RETURN_INCOMPLETE",
        RuleKind.Invalid,
        "A case that is returned names who takes it up and what happens next.",
        "Een teruggegeven casus noemt wie hem oppakt en wat de volgende stap is.");

    public static readonly Rule SittingInPast = new(
        "SITTING_IN_PAST",
        RuleKind.Invalid,
        "A sitting is planned for today or later.",
        "Een zitting wordt vandaag of later gepland.");

    public static readonly Rule AnalysisMissing = new(
        "ANALYSIS_MISSING",
        RuleKind.State,
        "There is no explanatory analysis yet, and without one the table gives no advice.",
        "Er is nog geen verklarende analyse, en zonder geeft de tafel geen advies.");

    public static readonly Rule SittingNotHeld = new(
        "SITTING_NOT_HELD",
        RuleKind.State,
        "The sitting is on {sitting_date}; advice is given from that day on.",
        "De zitting is op {sitting_date}; advies volgt vanaf die dag.");

    public static readonly Rule DeviationReasonMissing = new(
        "DEVIATION_REASON_MISSING",
        RuleKind.Invalid,
        "Who deviates from the advice says why.",
        "Wie van het advies afwijkt, zegt waarom.");

    public static readonly Rule BottleneckMissing = new(
        "BOTTLENECK_MISSING",
        RuleKind.Invalid,
        "What stood in the way is named by at least one code.",
        "Wat in de weg stond, wordt met ten minste één code genoemd.");

    public static readonly Rule CourtOrderMissing = new(
        "COURT_ORDER_MISSING",
        RuleKind.Invalid,
        "PC Noord arranges a closed place, which takes the order of a court (Jeugdwet 6.1.2).",
        "PC Noord regelt een gesloten plek; daarvoor is een machtiging van de rechter nodig (Jeugdwet 6.1.2).");

    public static readonly Rule CourtOrderInFuture = new(
        "COURT_ORDER_IN_FUTURE",
        RuleKind.Invalid,
        "The order of the court is dated today or earlier.",
        "De machtiging van de rechter is van vandaag of eerder.");

    public static readonly Rule EvaluationMissing = new(
        "EVALUATION_MISSING",
        RuleKind.Invalid,
        "A case is closed after its evaluation, or with the reason why there is none.",
        "Een casus sluit na de evaluatie, of met de reden waarom die er niet is.");

    public static readonly Rule ChairPresent = new(
        "CHAIR_PRESENT",
        RuleKind.State,
        "This chair has the case already.",
        "Deze voorzitter heeft de casus al.");

    public static readonly Rule LeadPresent = new(
        "LEAD_PRESENT",
        RuleKind.State,
        "The case has a lead; there is one at a time.",
        "De casus heeft al een regiehouder; er is er één tegelijk.");

    public static readonly Rule LeadMissing = new(
        "LEAD_MISSING",
        RuleKind.State,
        "The case has no lead.",
        "De casus heeft geen regiehouder.");

    public static readonly Rule GuidePresent = new(
        "GUIDE_PRESENT",
        RuleKind.State,
        "The case has a guide; end that work first.",
        "De casus heeft al een procesbegeleider; beëindig die begeleiding eerst.");

    public static readonly Rule GuideMissing = new(
        "GUIDE_MISSING",
        RuleKind.State,
        "The case has no guide.",
        "De casus heeft geen procesbegeleider.");

    public static readonly Rule ClockStopped = new(
        "CLOCK_STOPPED",
        RuleKind.State,
        "The clock of the case stands still already, because of {reason}.",
        "De klok van de casus staat al stil, vanwege {reason}.");

    public static readonly Rule ClockRuns = new(
        "CLOCK_RUNS",
        RuleKind.State,
        "The clock of the case runs.",
        "De klok van de casus loopt.");

    /// <summary>
    /// Constraints of the database that stand for a rule. Of two who change a case at once, the loser may meet what the winner
    /// wrote before it meets the version of the row.
    /// </summary>
    public static readonly ConstraintRule[] Constraints =
    [
        new("pk_case_entry", Etag.Mismatch),
        new("pk_case_transition", Etag.Mismatch),
    ];
}
