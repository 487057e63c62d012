using Regio.ServiceDefaults.Errors;

namespace Regio.Municipalities.Invoices;

/// <summary>The rules of invoice runs, each with its reason code.</summary>
internal static class InvoiceRules
{
    public static readonly Rule Unknown = new(
        "INVOICE_RUN_UNKNOWN", RuleKind.Missing,
        "No invoice run has this id.",
        "Er is geen factuurronde met dit nummer.");

    public static readonly Rule CoordinatorUnknown = new(
        "COORDINATOR_UNKNOWN", RuleKind.State,
        "No coordinating municipality of {region_id} is known on this day, and it is the one that charges.",
        "Op deze dag is geen coördinerende gemeente van {region_id} bekend, en die factureert.");

    public static readonly Rule AllocationInvoiced = new(
        "ALLOCATION_INVOICED", RuleKind.State,
        "This allocation is in an earlier run; what was wrong in it is corrected by a credit.",
        "Deze kostenverdeling staat in een eerdere factuurronde; wat daarin fout is wordt gecrediteerd.");

    public static readonly Rule CreditOutsideCorrection = new(
        "CREDIT_OUTSIDE_CORRECTION", RuleKind.State,
        "A credit is charged in a run that corrects the run in which its debit was charged.",
        "Een creditering hoort in een ronde die de ronde van de oorspronkelijke factuur corrigeert.");

    public static readonly Rule NothingCorrected = new(
        "NOTHING_CORRECTED", RuleKind.State,
        "A run that corrects another holds at least one credit of it.",
        "Een correctieronde bevat ten minste één creditering uit de ronde die zij corrigeert.");

    /// <summary>Constraints of the database that stand for a rule.</summary>
    public static readonly ConstraintRule[] Constraints =
    [
        new("pk_invoiced_allocation", AllocationInvoiced, "content.items"),
    ];
}
