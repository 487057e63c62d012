using Regio.ServiceDefaults.Errors;

namespace Regio.Reporting.Reports;

/// <summary>The rules of reports, each with its reason code.</summary>
internal static class ReportRules
{
    public static readonly Rule EditionUnknown = new(
        "EDITION_UNKNOWN", RuleKind.Missing, "There is no edition {id}.", "Er is geen editie {id}.");

    public static readonly Rule ReportUnknown = new(
        "REPORT_UNKNOWN", RuleKind.Missing, "There is no report {id}.", "Er is geen rapport {id}.");

    public static readonly Rule EditionState = new(
        "EDITION_STATE", RuleKind.State, "The edition is {state}; this needs {allowed}.", "De editie is {state}; hiervoor moet zij {allowed} zijn.");

    public static readonly Rule CheckedByDrafter = new(
        "CHECKED_BY_DRAFTER",
        RuleKind.State,
        "Somebody else than who had it made checks an edition.",
        "Een editie wordt nagekeken door een ander dan wie haar liet maken.");

    public static readonly Rule MunicipalityUnknown = new(
        "MUNICIPALITY_UNKNOWN", RuleKind.Missing, "There is no municipality {id} in the region.", "Er is geen gemeente {id} in de regio.");

    /// <summary>Why a report is set aside: what must stand on one of its two pages does not fit there.</summary>
    public static readonly Rule TooFull = new(
        "REPORT_TOO_FULL", RuleKind.State, "The report does not fit on two pages.", "Het rapport past niet op twee bladzijden.");

    /// <summary>Why a report is set aside: a fault that the log names.</summary>
    public static readonly Rule Failed = new(
        "REPORT_FAILED", RuleKind.State, "The report could not be made; the log says why.", "Het rapport kon niet worden gemaakt; het logboek zegt waarom.");
}
