using Regio.CareMessages.Findings;

namespace Regio.CareMessages.Rules;

/// <summary>Rules about starts (JW305) and stops (JW307) of delivery against what is known.</summary>
public static class KnownDeliveryRules
{
    private const string Both = "StartProduct, StopProduct";
    private const string Start = "StartProduct";
    private const string Stop = "StopProduct";

    /// <summary>TR019.</summary>
    public static readonly KnownRule AssignmentKnown = new(
        "TR019", ControlLevel.Known, "9019", Both,
        "ToewijzingNummer is that of an assignment to this client and provider that counts; without a number, product and first day name the delivery (IV096).",
        "Dit toewijzingsnummer is niet bekend bij deze cliënt en aanbieder.");

    /// <summary>TR063.</summary>
    public static readonly KnownRule DeletedExists = new(
        "TR063", ControlLevel.Known, "9063", Both,
        "What is deleted was received before, with the same key, and is still there.",
        "Er is niets te verwijderen: een bericht met deze gegevens is niet ontvangen of al verwijderd.");

    /// <summary>TR074.</summary>
    public static readonly KnownRule NewIsNew = new(
        "TR074", ControlLevel.Known, "9074", Both,
        "What is new was not received before with the same key, unless it was deleted since (reading).",
        "Dit is al eerder ontvangen.");

    /// <summary>TR071.</summary>
    public static readonly KnownRule StoppedStays = new(
        "TR071", ControlLevel.Known, "9071", Start,
        "A start with a stop is not deleted.",
        "Een start waarop een stop is ontvangen kan niet worden verwijderd; verwijder eerst de stop.");

    /// <summary>TR326.</summary>
    public static readonly KnownRule OneCurrentStart = new(
        "TR326", ControlLevel.Known, "9326", Both,
        "An assignment has one current start (OP289); deleting a stop does not bring a second one about (reading).",
        "Er loopt al een levering op deze toewijzing.");

    /// <summary>TR382.</summary>
    public static readonly KnownRule LatestStart = new(
        "TR382", ControlLevel.Known, "9069", Stop,
        "A stop repeats the key of the latest start (OP155, OP072).",
        "De stop hoort niet bij de laatste start op deze toewijzing.");

    /// <summary>TR413.</summary>
    public static readonly KnownRule AfterPauseDefinite = new(
        "TR413", ControlLevel.Known, "9413", Stop,
        "After a temporary stop (20) without a new start only a definite stop follows (OP378).",
        "De levering is al tijdelijk gestopt; alleen een definitieve stop kan volgen.");

    /// <summary>TR414.</summary>
    public static readonly KnownRule NotBeforePause = new(
        "TR414", ControlLevel.Known, "9414", Stop,
        "A stop does not lie before the current stop of the same start.",
        "De einddatum ligt voor die van de stop die al is ontvangen.");

    /// <summary>TR415.</summary>
    public static readonly KnownRule StoppedOnce = new(
        "TR415", ControlLevel.Known, "9415", Stop,
        "After a definite stop no other stop of the same start follows (OP377).",
        "De levering is al definitief gestopt.");

    /// <summary>IV075.</summary>
    public static readonly KnownRule ProductAsAssigned = new(
        "IV075", ControlLevel.Known, null, Both,
        "The product is that of the assignment: category and code, only the category, or none, as it has them.",
        "Het product is niet dat van de toewijzing.");

    /// <summary>All of them.</summary>
    public static IReadOnlyList<KnownRule> All { get; } =
    [
        AssignmentKnown, DeletedExists, NewIsNew, StoppedStays, OneCurrentStart, LatestStart, AfterPauseDefinite, NotBeforePause, StoppedOnce, ProductAsAssigned,
    ];
}
