using Regio.ServiceDefaults.Errors;

namespace Regio.Procurement.CareOrders;

/// <summary>Why a file of a care message is not taken in. What is wrong with a message itself is a finding.</summary>
internal static class CareOrderRules
{
    public static readonly Rule HeaderMissing = new(
        "CARE_FILE_HEADER_MISSING", RuleKind.Invalid, "The first piece brings the header.", "Het eerste deel bevat de kop.");

    public static readonly Rule HeaderTwice = new(
        "CARE_FILE_HEADER_TWICE", RuleKind.Invalid, "The header comes once.", "De kop komt een keer.");

    public static readonly Rule DigestDiffers = new(
        "CARE_FILE_DIGEST",
        RuleKind.Invalid,
        "The bytes are not those of the file that the header announces; send it again.",
        "De ontvangen gegevens zijn niet die van het aangekondigde bestand; stuur het opnieuw.");

    public static readonly Rule Unknown = new(
        "CARE_MESSAGE_UNKNOWN", RuleKind.Missing, "No care message has this id.", "Er is geen bericht met dit nummer.");

    public static readonly Rule Unanswered = new(
        "CARE_MESSAGE_UNANSWERED",
        RuleKind.State,
        "There is no return message to this message.",
        "Bij dit bericht is er geen retourbericht.");

    public static readonly Rule Raced = new(
        "CARE_MESSAGE_RACED",
        RuleKind.Conflict,
        "Another message used the same number or named the same new client at that moment; send the file again.",
        "Een ander bericht gebruikte op hetzelfde moment hetzelfde nummer of noemde dezelfde nieuwe cliënt; stuur het bestand opnieuw.");

    /// <summary>Constraints of the database that stand for a rule: of two messages at once that each were right, the second is judged anew.</summary>
    public static readonly ConstraintRule[] Constraints =
    [
        new("ix_care_client_number_hash", Raced, "chunk"),
        new("ix_care_assignment_municipality_id_number", Raced, "chunk"),
        new("ix_care_request_reference_hash", Raced, "chunk"),
        new("ix_care_claim_number_hash", Raced, "chunk"),
        new("ix_care_claim_line_reference_hash", Raced, "chunk"),
    ];

    /// <summary>To throw for a message that is unknown, or that the caller may not see: the two look alike.</summary>
    public static DomainException NotFound(string id) => new(Unknown, "id", new Dictionary<string, string> { ["id"] = id });
}
