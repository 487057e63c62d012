using Regio.ServiceDefaults.Errors;

namespace Regio.ExpertTable.Retention;

/// <summary>The rules of keeping and destroying files.</summary>
internal static class RetentionRules
{
    public static readonly Rule LegalHoldPresent = new(
        "LEGAL_HOLD_PRESENT",
        RuleKind.State,
        "A legal hold keeps the file; lift it first.",
        "Het dossier wordt bewaard voor een procedure; hef die bewaarplicht eerst op.");

    public static readonly Rule LegalHoldMissing = new(
        "LEGAL_HOLD_MISSING",
        RuleKind.State,
        "No legal hold keeps the file.",
        "Het dossier wordt niet voor een procedure bewaard.");

    public static readonly Rule RetentionRuns = new(
        "RETENTION_RUNS",
        RuleKind.State,
        "The file is kept until {until}; before that it goes on request of whom it is about only.",
        "Het dossier wordt bewaard tot {until}; daarvoor wordt het alleen op verzoek vernietigd.");

    public static readonly Rule RectificationOpen = new(
        "RECTIFICATION_OPEN",
        RuleKind.State,
        "Somebody waits for the file to be put right; decide on that first (DecideRectification).",
        "Er ligt nog een verzoek om rectificatie; beslis daar eerst op.");
}
