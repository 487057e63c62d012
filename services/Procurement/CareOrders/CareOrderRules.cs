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

    public static readonly Rule FileDestroyed = new(
        "CARE_FILE_DESTROYED",
        RuleKind.State,
        "The file was destroyed after the years for which it is kept.",
        "Dit bestand is na de bewaartermijn vernietigd.");

    public static readonly Rule Raced = new(
        "CARE_MESSAGE_RACED",
        RuleKind.Conflict,
        "Another message used the same number or named the same new client at that moment; send the file again.",
        "Een ander bericht gebruikte op hetzelfde moment hetzelfde nummer of noemde dezelfde nieuwe cliënt; stuur het bestand opnieuw.");

    public static readonly Rule RequestUnknown = new(
        "CARE_REQUEST_UNKNOWN", RuleKind.Missing, "No request that may be answered here has this id.", "Er is geen verzoek met dit nummer dat hier beantwoord kan worden.");

    public static readonly Rule RequestAnswered = new(
        "CARE_REQUEST_ANSWERED", RuleKind.State, "The request has its final answer.", "Dit verzoek heeft al een definitief antwoord.");

    public static readonly Rule RequestInvestigated = new(
        "CARE_REQUEST_INVESTIGATED",
        RuleKind.State,
        "That the request is looked into was said already; grant or reject it.",
        "Dat het verzoek in onderzoek is, is al gezegd; ken het toe of wijs het af.");

    public static readonly Rule RequestOutdated = new(
        "CARE_REQUEST_OUTDATED",
        RuleKind.State,
        "The request names an assignment that is not current any more: {number}.",
        "Het verzoek noemt een toewijzing die niet meer loopt: {number}.");

    public static readonly Rule DomicileForAssignments = new(
        "CARE_DOMICILE_FOR_ASSIGNMENTS",
        RuleKind.Invalid,
        "The domicile principle (reason 8) rejects requests for an assignment (JW315) only.",
        "Het woonplaatsbeginsel (reden 8) geldt alleen bij een verzoek om toewijzing (JW315).");

    public static readonly Rule ChangeAsAsked = new(
        "CARE_CHANGE_AS_ASKED",
        RuleKind.Invalid,
        "A request for change (JW317) is granted as asked, or rejected.",
        "Een verzoek om wijziging (JW317) wordt toegekend zoals gevraagd, of afgewezen.");

    public static readonly Rule NoSizeAsked = new(
        "CARE_NO_SIZE_ASKED",
        RuleKind.Invalid,
        "No size was asked for, so there is no unit to grant it in.",
        "Er is geen omvang gevraagd, dus er is geen eenheid om in toe te kennen.");

    public static readonly Rule AddressNeeded = new(
        "CARE_CLIENT_ADDRESS_NEEDED",
        RuleKind.State,
        "No assignment of the municipality to this client is kept, so the address has to be given.",
        "Er is geen toewijzing van de gemeente aan deze cliënt bewaard; geef daarom het adres.");

    public static readonly Rule ClientUntold = new(
        "CARE_CLIENT_UNTOLD",
        RuleKind.State,
        "No assignment that is kept says who the client is, nor does a request for change; deliver the JW301 that honours it.",
        "In geen bewaarde toewijzing staat wie de cliënt is en in een verzoek om wijziging ook niet; lever de toewijzing (JW301) zelf aan.");

    public static readonly Rule AnswerRefused = new(
        "CARE_ANSWER_REFUSED",
        RuleKind.State,
        "The answer breaks rule {rule} at {path}.",
        "Het antwoord is in strijd met regel {rule} ({path}): {finding}");

    /// <summary>Constraints of the database that stand for a rule: of two messages at once that each were right, the second is judged anew.</summary>
    public static readonly ConstraintRule[] Constraints =
    [
        new("ix_care_client_number_hash", Raced, "chunk"),
        new("ix_care_assignment_municipality_id_number", Raced, "chunk"),
        new("ix_care_request_reference_hash", Raced, "chunk"),
        new("ix_care_claim_number_hash", Raced, "chunk"),
        new("ix_care_claim_line_reference_hash", Raced, "chunk"),
    ];

    /// <summary>To throw for a request that is unknown, or that the caller may not answer: the two look alike.</summary>
    public static DomainException NoRequest(string id) => new(RequestUnknown, "care_request_id", new Dictionary<string, string> { ["id"] = id });

    /// <summary>To throw for a message that is unknown, or that the caller may not see: the two look alike.</summary>
    public static DomainException NotFound(string id) => new(Unknown, "id", new Dictionary<string, string> { ["id"] = id });
}
