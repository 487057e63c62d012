using Regio.ServiceDefaults.Errors;
using Regio.ServiceDefaults.Persistence;

namespace Regio.ExpertTable.CommonThreads;

/// <summary>The rules of the half-yearly analysis of common threads.</summary>
internal static class ThreadRules
{
    public const int MostMeasures = 20;
    public const int MostMeasureCharacters = 2_000;

    public static readonly Rule Unknown = new(
        "THREADS_UNKNOWN",
        RuleKind.Missing,
        "There is no analysis with this id.",
        "Er is geen analyse met dit nummer.");

    public static readonly Rule State = new(
        "THREADS_STATE",
        RuleKind.State,
        "The analysis is {state}; this is possible when it is {allowed}.",
        "De analyse heeft de stand {state}; dit kan bij {allowed}.");

    public static readonly Rule ToCome = new(
        "THREADS_HALF_YEAR_TO_COME",
        RuleKind.Invalid,
        "The half-year has not begun: there is nothing to analyse.",
        "Het halfjaar is nog niet begonnen: er is niets te analyseren.");

    public static readonly Rule Running = new(
        "THREADS_HALF_YEAR_RUNNING",
        RuleKind.State,
        "The half-year runs until {end_date}; from that day on its analysis can be established.",
        "Het halfjaar loopt tot {end_date}; vanaf die dag kan de analyse worden vastgesteld.");

    public static readonly Rule DecidedTooEarly = new(
        "THREADS_DECIDED_TOO_EARLY",
        RuleKind.Invalid,
        "A decision about the whole half-year is taken on {end_date} or later.",
        "Over het hele halfjaar wordt op {end_date} of later besloten.");

    public static readonly Rule MeasureDueTooEarly = new(
        "THREADS_MEASURE_DUE_TOO_EARLY",
        RuleKind.Invalid,
        "What is decided is not due before the day of the decision.",
        "Wat wordt besloten, is niet klaar vóór de dag van het besluit.");

    public static readonly Rule CountsChanged = new(
        "THREADS_COUNTS_CHANGED",
        RuleKind.State,
        "Something was recorded since the last draft that changes its counts; draw up another one first.",
        "Sinds het laatste concept is iets vastgelegd dat de aantallen verandert; stel eerst een nieuw concept op.");

    public static readonly Rule CheckTooEarly = new(
        "THREADS_CHECK_TOO_EARLY",
        RuleKind.Invalid,
        "A check follows on the decision and on the check before it: on {earliest} or later.",
        "Een controle volgt op het besluit en op de vorige controle: op {earliest} of later.");

    /// <summary>Constraints of the database that stand for a rule. The loser of a race has not seen what the winner wrote.</summary>
    public static readonly ConstraintRule[] Constraints =
    [
        new("ix_thread_analysis_starts_on", Etag.Mismatch),
        new("pk_thread_draft", Etag.Mismatch),
        new("pk_thread_measure", Etag.Mismatch),
        new("pk_thread_check", Etag.Mismatch),
    ];
}
