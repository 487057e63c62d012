using Regio.ServiceDefaults.Errors;

namespace Regio.Procurement.Agenda;

/// <summary>The rules of the purchasing agenda, each with its reason code.</summary>
internal static class AgendaRules
{
    public const int MostTitleCharacters = 200;

    public const int MostNumber = 1_000;

    public static readonly Rule Unknown = new(
        "TRANCHE_UNKNOWN", RuleKind.Missing, "No tranche has this id.", "Er is geen tranche met dit nummer.");

    public static readonly Rule Exists = new(
        "TRANCHE_EXISTS", RuleKind.Duplicate, "The buyer has a tranche with this number.", "De inkoper heeft al een tranche met dit volgnummer.");

    public static readonly Rule OtherBuyer = new(
        "TRANCHE_OF_OTHER_BUYER", RuleKind.Invalid, "The tranche is of another buyer.", "De tranche is van een andere inkoper.");

    public static readonly Rule VisionNotAdopted = new(
        "VISION_NOT_ADOPTED",
        RuleKind.State,
        "The vision that the tranche buys by is not in force ({vision}); nothing of it is published before.",
        "De regiovisie waarop deze tranche rust is niet vastgesteld; tot dan wordt niets uit de tranche gepubliceerd.");

    /// <summary>Constraints of the database that stand for a rule.</summary>
    public static readonly ConstraintRule[] Constraints = [new("ix_tranche_buyer_id_number", Exists, "tranche.number")];

    public static DomainException NotFound(string id, string field) => new(Unknown, field, new Dictionary<string, string> { ["tranche_id"] = id });
}
