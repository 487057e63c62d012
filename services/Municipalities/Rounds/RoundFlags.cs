using System.Collections.Frozen;
using Regio.ServiceDefaults.Errors;

namespace Regio.Municipalities.Rounds;

/// <summary>
/// The rules by which a fact is recorded without its effect. They refuse nothing: what a sovereign body did is a fact.
/// </summary>
internal static class RoundFlags
{
    public static readonly Rule BodyNotInRound = Flag(
        "BODY_NOT_IN_ROUND", "The body takes no part in this round or step.", "Het orgaan doet niet mee aan deze ronde of stap.");

    public static readonly Rule VoteOnOldVersion = Flag(
        "VOTE_ON_OLD_VERSION", "The decision is on an earlier version and counts for that one only.", "Het besluit gaat over een eerdere versie en telt alleen daarvoor.");

    public static readonly Rule VoteOnConcept = Flag(
        "VOTE_ON_CONCEPT", "The decision is on a concept.", "Het besluit gaat over een concept.");

    public static readonly Rule VoteOnUnknownText = Flag(
        "VOTE_ON_UNKNOWN_TEXT", "No version has the text that was decided on.", "Geen enkele versie heeft de tekst waarover is besloten.");

    public static readonly Rule StepNotOpen = Flag(
        "STEP_NOT_OPEN", "The earlier step is not done in this municipality.", "De eerdere stap is in deze gemeente niet gezet.");

    public static readonly Rule RefusedWithoutGround = Flag(
        "REFUSED_WITHOUT_GROUND",
        "A permission can be refused only for conflict with law or general interest (Wgr article 1 paragraph 2).",
        "Toestemming kan alleen worden onthouden wegens strijd met het recht of het algemeen belang (artikel 1, tweede lid, Wgr).");

    public static readonly Rule WithoutMandate = Flag(
        "DECIDED_WITHOUT_MANDATE", "Whoever decided was not entitled to.", "Wie besloot was daartoe niet bevoegd.");

    public static readonly Rule RoundWithdrawn = Flag(
        "ROUND_WITHDRAWN", "The round had been withdrawn.", "De ronde was ingetrokken.");

    public static readonly Rule Late = Flag(
        "VIEW_LATE", "The view came after the due date; it may be weighed and nothing waits for it.", "De zienswijze kwam te laat; zij kan worden gewogen en niets wacht erop.");

    public static readonly Rule ViewNotAsked = Flag(
        "VIEW_NOT_ASKED", "No view of this body was asked at that time.", "Aan dit orgaan was op dat moment geen zienswijze gevraagd.");

    private static readonly FrozenDictionary<string, Rule> ByCode = new[]
    {
        BodyNotInRound, VoteOnOldVersion, VoteOnConcept, VoteOnUnknownText, StepNotOpen, RefusedWithoutGround, WithoutMandate,
        RoundWithdrawn, Late, ViewNotAsked,
    }.ToFrozenDictionary(rule => rule.Code);

    /// <summary>What the rules of these codes mean, in Dutch.</summary>
    public static string Explain(IEnumerable<string> codes) => string.Join(' ', codes.Select(code => ByCode[code].Dutch));

    private static Rule Flag(string code, string english, string dutch) => new(code, RuleKind.State, english, dutch);
}
