using Regio.ServiceDefaults.Errors;
using Regio.ServiceDefaults.Persistence;

namespace Regio.ExpertTable.Inspections;

/// <summary>The rules of what inspectorates found missing.</summary>
internal static class GapRules
{
    public static readonly Rule Unknown = new(
        "GAP_UNKNOWN",
        RuleKind.Missing,
        "There is no gap with this id.",
        "Er is geen punt met dit nummer.");

    public static readonly Rule State = new(
        "GAP_STATE",
        RuleKind.State,
        "The gap is {state}; this is possible when it is {allowed}.",
        "Het punt heeft de stand {state}; dit kan bij {allowed}.");

    public static readonly Rule StepTooEarly = new(
        "GAP_STEP_TOO_EARLY",
        RuleKind.Invalid,
        "A step follows on the one before it: on {earliest} or later.",
        "Een stap volgt op de vorige: op {earliest} of later.");

    public static readonly Rule DueTooEarly = new(
        "GAP_DUE_TOO_EARLY",
        RuleKind.Invalid,
        "What is planned is not due before the day of the plan.",
        "Wat wordt gepland, is niet klaar vóór de dag van het plan.");

    public static readonly Rule ProofMissing = new(
        "GAP_PROOF_MISSING",
        RuleKind.State,
        "What is solved has at least one proof; add one first.",
        "Wat is opgelost, heeft ten minste één bewijs; voeg dat eerst toe.");

    public static readonly Rule ProofPresent = new(
        "GAP_PROOF_PRESENT",
        RuleKind.Duplicate,
        "This document is a proof of the gap already.",
        "Dit document is al een bewijs bij dit punt.");

    /// <summary>Constraints of the database that stand for a rule. The loser of a race has not seen what the winner wrote.</summary>
    public static readonly ConstraintRule[] Constraints =
    [
        new("pk_gap_proof", ProofPresent, "proof.sha256"),
        new("pk_gap_plan", Etag.Mismatch),
        new("pk_gap_judgement", Etag.Mismatch),
    ];
}
