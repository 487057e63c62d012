using Regio.ServiceDefaults.Errors;

namespace Regio.Municipalities.Agreements;

/// <summary>The rules of agreements, each with its reason code.</summary>
internal static class AgreementRules
{
    public static readonly Rule Unknown = new(
        "AGREEMENT_UNKNOWN", RuleKind.Missing,
        "No agreement has this id.",
        "Er is geen overeenkomst met dit nummer.");

    public static readonly Rule ReferenceTaken = new(
        "AGREEMENT_REFERENCE_TAKEN", RuleKind.Duplicate,
        "Another agreement has this reference.",
        "Een andere overeenkomst heeft dit kenmerk al.");

    public static readonly Rule StateForbids = new(
        "AGREEMENT_STATE_FORBIDS", RuleKind.State,
        "This is possible while the agreement is {allowed}; it is {state}.",
        "Dit kan zolang de overeenkomst {allowed} is; zij is {state}.");

    public static readonly Rule Ended = new(
        "AGREEMENT_ENDED", RuleKind.State,
        "The agreement holds from {start_date} until {end_date}, and this day is not in it.",
        "De overeenkomst geldt van {start_date} tot {end_date}, en deze dag valt daarbuiten.");

    public static readonly Rule ObligationUnknown = new(
        "OBLIGATION_UNKNOWN", RuleKind.Missing,
        "The agreement has no such obligation.",
        "De overeenkomst kent deze verplichting niet.");

    public static readonly Rule ObligationDone = new(
        "OBLIGATION_DONE", RuleKind.State,
        "This obligation is met already.",
        "Aan deze verplichting is al voldaan.");

    /// <summary>Constraints of the database that stand for a rule.</summary>
    public static readonly ConstraintRule[] Constraints =
    [
        new("ix_agreement_reference", ReferenceTaken, "agreement.reference"),
    ];
}
