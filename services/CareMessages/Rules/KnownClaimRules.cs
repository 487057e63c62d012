using Regio.CareMessages.Findings;
using Regio.CareMessages.Model;

namespace Regio.CareMessages.Rules;

/// <summary>Rules about claims (JW323) against what is known.</summary>
public static class KnownClaimRules
{
    private const string Line = nameof(Prestatie);

    /// <summary>TR333.</summary>
    public static readonly KnownRule NumberUnique = new(
        "TR333", ControlLevel.Known, "9333", nameof(Declaratie),
        "DeclaratieNummer is used once by a provider.",
        "Dit declaratienummer heeft de aanbieder al gebruikt.");

    /// <summary>TR318.</summary>
    public static readonly KnownRule PeriodFollows = new(
        "TR318", ControlLevel.Known, "8214", nameof(Declaratie),
        "The period of a claim is not before that of the last claim (OP284); whether care was given in a month that is skipped is not known.",
        "De declaratieperiode ligt voor die van de laatste declaratie.");

    /// <summary>TR304.</summary>
    public static readonly KnownRule ClientKnown = new(
        "TR304", ControlLevel.Known, "8187", "DeclaratieClient, WijzigingClient",
        "The client has an assignment of this municipality with this provider.",
        "Deze cliënt is niet bekend bij deze gemeente en aanbieder.");

    /// <summary>TR338.</summary>
    public static readonly KnownRule AssignmentKnown = new(
        "TR338", ControlLevel.Known, "9338", Line,
        "ToewijzingNummer is that of an assignment to this client.",
        "Dit toewijzingsnummer is niet bekend bij deze cliënt en aanbieder.");

    /// <summary>TR384.</summary>
    public static readonly KnownRule AssignmentCounts = new(
        "TR384", ControlLevel.Known, "9384", Line,
        "Nothing is claimed on an assignment that was deleted (reason 13).",
        "Deze toewijzing is verwijderd.");

    /// <summary>TR339.</summary>
    public static readonly KnownRule CategoryAsAssigned = new(
        "TR339", ControlLevel.Known, "9339", Line,
        "The category is that of the assignment, when it has one.",
        "De productcategorie is niet die van de toewijzing.");

    /// <summary>TR340.</summary>
    public static readonly KnownRule CodeAsAssigned = new(
        "TR340", ControlLevel.Known, "9340", Line,
        "The product code is that of the assignment, when it has one.",
        "De productcode is niet die van de toewijzing.");

    /// <summary>TR314.</summary>
    public static readonly KnownRule ReferenceUnique = new(
        "TR314", ControlLevel.Known, "8021", Line,
        "The number of a line is used once by a provider; a line that was refused does not count.",
        "Dit referentienummer heeft de aanbieder al voor een andere regel gebruikt.");

    /// <summary>TR319.</summary>
    public static readonly KnownRule NotAheadOfClaim = new(
        "TR319", ControlLevel.Known, "9319", Line,
        "The period of a line lies in that of the claim or before it.",
        "De productperiode ligt na de declaratieperiode.");

    /// <summary>TR307.</summary>
    public static readonly KnownRule NotBeforeAssignment = new(
        "TR307", ControlLevel.Known, "9307", Line,
        "A line does not begin before the assignment.",
        "De productperiode begint voor de ingangsdatum van de toewijzing.");

    /// <summary>TR308.</summary>
    public static readonly KnownRule NotAfterAssignment = new(
        "TR308", ControlLevel.Known, "9308", Line,
        "A line does not end after the assignment.",
        "De productperiode eindigt na de einddatum van de toewijzing.");

    /// <summary>TR387.</summary>
    public static readonly KnownRule BeginsWithMonth = new(
        "TR387", ControlLevel.Known, "9387", Line,
        "A line begins with the month, or with the assignment.",
        "De productperiode begint niet op de eerste dag van de maand of van de toewijzing.");

    /// <summary>TR388.</summary>
    public static readonly KnownRule EndsWithMonth = new(
        "TR388", ControlLevel.Known, "9388", Line,
        "A line ends with the month, or with the assignment.",
        "De productperiode eindigt niet op de laatste dag van de maand of van de toewijzing.");

    /// <summary>TR341.</summary>
    public static readonly KnownRule UnitAsAssigned = new(
        "TR341", ControlLevel.Known, "9341", Line,
        "The unit is that of the assignment; minutes may be claimed on hours.",
        "De eenheid is niet die van de toewijzing.");

    /// <summary>TR389.</summary>
    public static readonly KnownRule ClaimedOnce = new(
        "TR389", ControlLevel.Known, "9389", Line,
        "An assignment, product and period has one line that is not taken back (OP366).",
        "Deze toewijzing, dit product en deze periode zijn al gedeclareerd; crediteer eerst de eerdere regel.");

    /// <summary>TR321.</summary>
    public static readonly KnownRule FitsPeriod = new(
        "TR321", ControlLevel.Known, "9321", Line,
        "What is claimed fits what is assigned for the period.",
        "Het gedeclareerde volume past niet binnen wat voor deze periode is toegewezen.");

    /// <summary>TR322.</summary>
    public static readonly KnownRule FitsAssignment = new(
        "TR322", ControlLevel.Known, "9322", Line,
        "What is claimed in all fits what is assigned over the whole of the assignment.",
        "Het totaal gedeclareerde volume past niet binnen de toewijzing.");

    /// <summary>TR369.</summary>
    public static readonly KnownRule FitsBudget = new(
        "TR369", ControlLevel.Known, "9369", Line,
        "What is claimed in all, credits taken off, fits the budget (reading: money, not volume).",
        "Het totaal gedeclareerde bedrag past niet binnen het budget van de toewijzing.");

    /// <summary>TR418.</summary>
    public static readonly KnownRule TariffAsAgreed = new(
        "TR418", ControlLevel.Outside, "0611", Line,
        "The tariff is one that a contract has in force for the product within the period.",
        "Het tarief is niet het tarief dat in deze periode is afgesproken.");

    /// <summary>TR418, where there is nothing to hold the tariff against.</summary>
    public static readonly KnownRule TariffIsAgreed = new(
        "TR418", ControlLevel.Outside, null, Line,
        "A contract has a tariff in force for the product within the period. Care that was assigned is paid without one, and told once for each product of a claim.",
        "Geen contract noemt dit product in deze periode: het tarief is niet getoetst, en wat is toegekend telt voor geen plafond.")
    { Severity = Severity.Warning };

    /// <summary>TR346.</summary>
    public static readonly KnownRule AmountAsTariff = new(
        "TR346", ControlLevel.Outside, "9346", Line,
        "The amount is volume times tariff; an hour tariff claimed in minutes is reckoned by the hour and rounded once (IV081).",
        "Het bedrag is niet het volume maal het tarief.");

    /// <summary>SAP-GI 1.3.</summary>
    public static readonly KnownRule WholeMonths = new(
        "SAP-GI 1.3", ControlLevel.Outside, null, Line,
        "A tariff of a month is claimed once for each month; not for a broken first month, in full for a broken last one.",
        "Een maandtarief wordt één keer per maand gedeclareerd, en niet over een gebroken eerste maand.");

    /// <summary>TR323.</summary>
    public static readonly KnownRule CreditsKnown = new(
        "TR323", ControlLevel.Known, "8017", Line,
        "A credit takes back a line of the provider that was accepted, as it was claimed.",
        "De regel die wordt gecrediteerd is niet bekend, of was anders gedeclareerd.");

    /// <summary>TR390.</summary>
    public static readonly KnownRule CreditedOnce = new(
        "TR390", ControlLevel.Known, "9390", Line,
        "A line is taken back once (OP360).",
        "Deze regel is al gecrediteerd.");

    /// <summary>All of them.</summary>
    public static IReadOnlyList<KnownRule> All { get; } =
    [
        NumberUnique, PeriodFollows, ClientKnown, AssignmentKnown, AssignmentCounts, CategoryAsAssigned, CodeAsAssigned, ReferenceUnique, NotAheadOfClaim,
        NotBeforeAssignment, NotAfterAssignment, BeginsWithMonth, EndsWithMonth, UnitAsAssigned, ClaimedOnce, FitsPeriod, FitsAssignment, FitsBudget,
        TariffAsAgreed, TariffIsAgreed, AmountAsTariff, WholeMonths, CreditsKnown, CreditedOnce,
    ];
}
