using Regio.CareMessages.Findings;
using Regio.CareMessages.Model;

namespace Regio.CareMessages.Rules;

/// <summary>Rules about assignments (JW301) against what is known.</summary>
public static class KnownAssignmentRules
{
    /// <summary>TR332.</summary>
    public static readonly KnownRule NumberUnique = new(
        "TR332", ControlLevel.Known, "9332", nameof(ToegewezenProduct),
        "ToewijzingNummer is used by a municipality for one client and provider (OP275).",
        "Dit toewijzingsnummer heeft de gemeente al voor een andere cliënt of aanbieder gebruikt.");

    /// <summary>OP033x1.</summary>
    public static readonly KnownRule ChangeAllowed = new(
        "OP033x1", ControlLevel.Known, null, nameof(ToegewezenProduct),
        "Of an assignment only the last day, the budget and the volume in all (frequency 6) change, or it is deleted; anything else ends it and takes a new number (OP257).",
        "Deze wijziging mag niet op hetzelfde toewijzingsnummer: alleen de einddatum, het budget of het totale volume mag wijzigen.");

    /// <summary>TR385.</summary>
    public static readonly KnownRule ClaimedStays = new(
        "TR385", ControlLevel.Known, "9385", nameof(ToegewezenProduct),
        "An assignment with claimed lines that were accepted and not taken back is not deleted (OP362).",
        "Deze toewijzing kan niet worden verwijderd: er is op gedeclareerd.");

    /// <summary>IV099.</summary>
    public static readonly KnownRule ReasonOfChange = new(
        "IV099", ControlLevel.Known, null, nameof(ToegewezenProduct),
        "An assignment that changed says why; one that did not change says no reason (IV066).",
        "De reden van wijziging hoort gevuld te zijn als de toewijzing is gewijzigd, en alleen dan.")
    { Severity = Severity.Warning };

    /// <summary>OP087.</summary>
    public static readonly KnownRule AllCurrentTold = new(
        "OP087", ControlLevel.Known, null, nameof(ToewijzingClient),
        "A message holds all assignments of the client with the provider that are valid today or later.",
        "Het bericht noemt niet alle lopende toewijzingen van deze cliënt bij deze aanbieder.")
    { Severity = Severity.Warning };

    /// <summary>TR381.</summary>
    public static readonly KnownRule CodeFitsCategory = new(
        "TR381", ControlLevel.Outside, "S329", nameof(Product),
        "A product code that the catalogue knows belongs to the category that the catalogue gives it; a code that it does not know is not judged.",
        "Deze productcode hoort niet bij deze productcategorie.");

    /// <summary>TR378.</summary>
    public static readonly KnownRule MunicipalityExists = new(
        "TR378", ControlLevel.Outside, "S300", "Header",
        "The municipality is one of the youth-care region on the first day of what is assigned or asked.",
        "Deze gemeente hoort op de ingangsdatum niet bij de jeugdhulpregio.");

    /// <summary>All of them.</summary>
    public static IReadOnlyList<KnownRule> All { get; } = [NumberUnique, ChangeAllowed, ClaimedStays, ReasonOfChange, AllCurrentTold, CodeFitsCategory, MunicipalityExists];
}
