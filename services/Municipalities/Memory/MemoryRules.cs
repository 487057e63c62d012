using Regio.ServiceDefaults.Errors;

namespace Regio.Municipalities.Memory;

/// <summary>The rules of the decision memory, each with its reason code.</summary>
internal static class MemoryRules
{
    public static readonly Rule DocumentUnknown = new(
        "DOCUMENT_UNKNOWN", RuleKind.Missing,
        "No document has this id.",
        "Er is geen document met dit nummer.");

    public static readonly Rule DocumentRecorded = new(
        "DOCUMENT_RECORDED", RuleKind.Duplicate,
        "A document with this hash has been recorded already; correct that reference when it is wrong.",
        "Een document met deze hash is al vastgelegd; corrigeer die verwijzing als zij onjuist is.");

    public static readonly Rule DocumentCorrected = new(
        "DOCUMENT_CORRECTED", RuleKind.Duplicate,
        "This reference has been corrected already; correct the one that took its place.",
        "Deze verwijzing is al gecorrigeerd; corrigeer de verwijzing die ervoor in de plaats kwam.");

    public static readonly Rule DateAndPrecisionDiffer = new(
        "DATE_AND_PRECISION_DIFFER", RuleKind.Invalid,
        "Give a date with its precision, or no date and the precision UNKNOWN.",
        "Geef een datum met haar nauwkeurigheid, of geen datum en de nauwkeurigheid onbekend.");

    /// <summary>Constraints of the database that stand for a rule.</summary>
    public static readonly ConstraintRule[] Constraints =
    [
        new("ix_document_reference_content_hash", DocumentRecorded, "document.content_hash"),
        new("ix_document_reference_corrects_id", DocumentCorrected, "document.corrects_id"),
    ];
}
