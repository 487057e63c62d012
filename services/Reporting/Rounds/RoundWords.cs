using Regio.Reporting.Pages;
using Regio.Reporting.Projection;

namespace Regio.Reporting.Rounds;

/// <summary>What the words of the events mean, in Dutch.</summary>
internal static class RoundWords
{
    public static string Kind(string kind) => kind switch
    {
        "regional-vision" => "regiovisie",
        "joint-arrangement" => "gemeenschappelijke regeling",
        "gate" => "go of no-go",
        "letter" => "brief met een vraag",
        _ => kind,
    };

    public static string State(string state) => state switch
    {
        "public-comment" => "inspraak loopt",
        "views-open" => "zienswijzen gevraagd",
        "views-closed" => "zienswijzen zijn binnen",
        "weighing" => "zienswijzen worden gewogen",
        "definitive" => "tekst is definitief",
        "to-adopt" => "ligt voor besluit",
        "adopted" => "vastgesteld",
        "not-adopted" => "niet vastgesteld",
        "reopened" => "heropend",
        "withdrawn" => "ingetrokken",
        _ => state,
    };

    /// <summary>What may still change, and by whom.</summary>
    public static string MayChange(string state) => state switch
    {
        "public-comment" or "views-open" => "De tekst kan nog veranderen: op elke opmerking in een zienswijze komt een antwoord voordat de tekst definitief wordt.",
        "views-closed" or "weighing" => "De tekst kan nog veranderen door wat met de zienswijzen wordt gedaan; nieuwe zienswijzen worden niet meer gevraagd.",
        "definitive" or "to-adopt" => "De tekst zelf ligt vast. Instemmen, opmerkingen of voorwaarden meegeven, uitstellen of afwijzen kan; een andere tekst vraagt een nieuwe versie en een nieuw besluit van iedereen.",
        "adopted" => "Wat is vastgesteld, verandert alleen met een nieuwe versie.",
        "not-adopted" => "Deze versie haalt het niet, tenzij een orgaan op zijn besluit terugkomt of er een nieuwe versie komt.",
        "reopened" => "Er komt een nieuwe versie; eerdere besluiten tellen daarvoor niet mee.",
        "withdrawn" => "Er wordt niets meer besloten.",
        _ => $"Wat nog kan veranderen, is {Dutch.Unknown}.",
    };

    public static string Outcome(ProjectedRoundBody body) => body.Outcome switch
    {
        "" => "nog geen besluit",
        "adopted" => "ingestemd",
        "adopted-with-remarks" => "ingestemd met opmerkingen",
        "adopted-with-changes" => "ingestemd met wijzigingen",
        "adopted-with-conditions" => "ingestemd onder voorwaarden",
        "rejected" => "afgewezen",
        "deferred" => "uitgesteld",
        "reversed" => "op een besluit teruggekomen",
        _ => body.Outcome,
    };

    public static string Verdict(string verdict) => verdict switch
    {
        "owed" or "deferred" => "moet nog",
        "counts" => "telt mee",
        "refuses" => "telt tegen",
        "awaits-ruling" => "wacht op oordeel",
        "does-not-count" => "telt niet mee",
        _ => verdict,
    };

    public static string View(ProjectedRoundView view) => view.State switch
    {
        "outstanding" => "nog niet gegeven",
        "in-preparation" => "in voorbereiding",
        "submitted-in-time" => "op tijd gegeven",
        "submitted-late" => "te laat gegeven",
        "processed" => "gegeven en verwerkt",
        "no-view" => "uitdrukkelijk geen zienswijze",
        "silent" => "niets gehoord; dat is geen instemming",
        "gone-over" => "niet meer gevraagd: de gemeente is opgegaan in een andere",
        _ => view.State,
    };

    public static string Weighing(string weighing) => weighing switch
    {
        "" => "nog niet beantwoord",
        "adopted" => "overgenomen",
        "partly" => "deels overgenomen",
        "not-adopted" => "niet overgenomen",
        "carried-into-implementation" => "meegenomen in de uitvoering",
        _ => weighing,
    };

    public static string FollowUp(string kind) => kind switch
    {
        "motion" => "motie",
        "pledge" => "toezegging",
        "carried-remark" => "opmerking uit een zienswijze",
        _ => kind,
    };

    public static string FollowUpState(ProjectedFollowUp followUp) =>
        followUp.Dropped ? "vervallen"
        : followUp.DoneOn is { } done ? $"gedaan op {Dutch.Day(done)}"
        : followUp.DueOn is { } due ? $"open, voor {Dutch.Day(due)}"
        : $"open, datum {Dutch.Unknown}";

    public static string ItemState(ProjectedWorkItem item) => item switch
    {
        { State: "dropped" } => "actie vervallen",
        { ClosedOn: { } done } => $"actie gedaan op {Dutch.Day(done)}",
        { DueOn: { } due } => $"actie open, voor {Dutch.Day(due)}",
        _ => $"actie open, datum {Dutch.Unknown}",
    };

    /// <summary>The clause that something led to; empty: none.</summary>
    public static string Clause(RoundThread thread) => thread switch
    {
        { Line: { } line } => $"contractregel voor product {line.ProductId}, ingekocht door {line.BuyerId}",
        { Item.ContractId: not null } => "een contractregel die hier nog niet bekend is",
        { Item.AgreementId: not null } => $"verplichting {thread.Item.ObligationNumber} van een overeenkomst",
        _ => "",
    };

    public static string Day(DateOnly? day) => day is { } known ? Dutch.Day(known) : "";
}
