using Regio.CareMessages.Findings;
using Regio.CareMessages.Model;

namespace Regio.CareMessages.Rules;

/// <summary>Rules about requests (JW315, JW317) and their answers (JW319, JW301) against what is known.</summary>
public static class KnownRequestRules
{
    private const string Either = "AangevraagdProduct, Verzoek";

    /// <summary>TR347.</summary>
    public static readonly KnownRule ReferenceUnique = new(
        "TR347", ControlLevel.Known, "9347", Either,
        "ReferentieAanbieder is used once by a provider; a request that was refused does not count.",
        "Deze referentie heeft de aanbieder al voor een ander verzoek gebruikt.");

    /// <summary>TR374.</summary>
    public static readonly KnownRule NoneOpen = new(
        "TR374", ControlLevel.Known, "9374", "VerzoekClient, WijzigingClient",
        "No other request of the provider for the client waits for its final answer (OP350); the products of one JW315 may wait together (reading).",
        "Voor deze cliënt staat nog een verzoek van deze aanbieder open; wacht eerst het antwoord af.");

    /// <summary>OP307.</summary>
    public static readonly KnownRule NotAssignedYet = new(
        "OP307", ControlLevel.Known, null, nameof(AangevraagdProduct),
        "No current assignment gives the product for the period already; whether there is a referral or a decision is not known.",
        "Voor dit product is er in deze periode al een toewijzing.")
    { Severity = Severity.Warning };

    /// <summary>TR349.</summary>
    public static readonly KnownRule AllNamed = new(
        "TR349", ControlLevel.Known, "9349", nameof(Verzoek),
        "A change request names every current assignment, as one that stays or one to change.",
        "Het verzoek noemt niet alle lopende toewijzingen van deze cliënt.");

    /// <summary>TR350.</summary>
    public static readonly KnownRule UnchangedIsCurrent = new(
        "TR350", ControlLevel.Known, "9350", nameof(OngewijzigdProduct),
        "What stays is a current assignment.",
        "Dit is geen lopende toewijzing van deze cliënt.");

    /// <summary>TR351.</summary>
    public static readonly KnownRule ChangedIsCurrent = new(
        "TR351", ControlLevel.Known, "9351", nameof(TeWijzigenProduct),
        "What is to change is a current assignment.",
        "Dit is geen lopende toewijzing van deze cliënt.");

    /// <summary>TR357.</summary>
    public static readonly KnownRule NotBackwards = new(
        "TR357", ControlLevel.Known, "9357", nameof(TeWijzigenProduct),
        "A change is wanted from after the date of the message on, or from the first day of the assignment on.",
        "De gewenste ingangsdatum mag alleen op of voor de dagtekening liggen als het de ingangsdatum van de toewijzing is.");

    /// <summary>TR373.</summary>
    public static readonly KnownRule TotalFromTheStart = new(
        "TR373", ControlLevel.Known, "9373", nameof(TeWijzigenProduct),
        "Another budget, or another volume in all (frequency 6), is wanted from the first day of the assignment on.",
        "Een ander budget of totaal volume geldt vanaf de ingangsdatum van de toewijzing.");

    /// <summary>TR411.</summary>
    public static readonly KnownRule SizeWithCode = new(
        "TR411", ControlLevel.Known, "9411", nameof(TeWijzigenProduct),
        "Where the assignment names a product code, a size is asked for.",
        "Bij deze toewijzing hoort een omvang, omdat zij een productcode heeft.");

    /// <summary>TR375.</summary>
    public static readonly KnownRule NoSizeWithoutProduct = new(
        "TR375", ControlLevel.Known, "9375", nameof(TeWijzigenProduct),
        "Where the assignment names no product, no size is asked for, unless it ends in 2020 or before.",
        "Bij een toewijzing zonder product hoort geen omvang.");

    /// <summary>TR412.</summary>
    public static readonly KnownRule NoSizeWithoutCode = new(
        "TR412", ControlLevel.Known, "9412", nameof(TeWijzigenProduct),
        "Where the assignment names a category only, no size is asked for, unless it ends in 2020 or before.",
        "Bij een toewijzing zonder productcode hoort geen omvang.");

    /// <summary>TR361.</summary>
    public static readonly KnownRule NothingTwice = new(
        "TR361", ControlLevel.Known, "9361", "TeWijzigenProduct, NieuwProduct",
        "As it is asked, no product is assigned twice for a day.",
        "Dit overlapt met een ander product in hetzelfde verzoek.");

    /// <summary>TR355.</summary>
    public static readonly KnownRule Asked = new(
        "TR355", ControlLevel.Known, "9355", nameof(Antwoord),
        "An answer names the reference of a request.",
        "Er is geen verzoek met deze referentie.");

    /// <summary>TR359.</summary>
    public static readonly KnownRule NotGrantedYet = new(
        "TR359", ControlLevel.Known, "9359", nameof(Antwoord),
        "A request that was granted by a JW301 gets no answer any more.",
        "Dit verzoek is al gehonoreerd met een toewijzing.");

    /// <summary>TR360.</summary>
    public static readonly KnownRule InvestigatedFirst = new(
        "TR360", ControlLevel.Known, "9360", nameof(Antwoord),
        "That a request is looked into is said in the first answer alone.",
        "Dat een verzoek in onderzoek is, kan alleen het eerste antwoord zijn.");

    /// <summary>TR365.</summary>
    public static readonly KnownRule RejectedOnce = new(
        "TR365", ControlLevel.Known, "9365", nameof(Antwoord),
        "An answer before this one said that the request is looked into: after a rejection nothing follows.",
        "Dit verzoek is al afgewezen.");

    /// <summary>TR379.</summary>
    public static readonly KnownRule HonoursRequest = new(
        "TR379", ControlLevel.Known, "9379", nameof(ToegewezenProduct),
        "An assignment that names a reference honours a request of the client that was not rejected.",
        "Bij deze cliënt is er geen verzoek met deze referentie, of het is afgewezen.");

    /// <summary>All of them.</summary>
    public static IReadOnlyList<KnownRule> All { get; } =
    [
        ReferenceUnique, NoneOpen, NotAssignedYet, AllNamed, UnchangedIsCurrent, ChangedIsCurrent, NotBackwards, TotalFromTheStart, SizeWithCode,
        NoSizeWithoutProduct, NoSizeWithoutCode, NothingTwice, Asked, NotGrantedYet, InvestigatedFirst, RejectedOnce, HonoursRequest,
    ];
}
