using Regio.ServiceDefaults.Errors;

namespace Regio.Municipalities.Papers;

/// <summary>Something that a writer must look at; nothing is held up by it.</summary>
internal sealed record PaperWarning(string Code, string Text);

/// <summary>The rules of papers, each with its reason code.</summary>
internal static class PaperRules
{
    public static readonly Rule NeedsRound = new(
        "PAPER_NEEDS_ROUND", RuleKind.Invalid,
        "This paper is about a round; give round_id.",
        "Dit stuk gaat over een besluitronde; geef aan welke.");

    public static readonly Rule NeedsMunicipality = new(
        "PAPER_NEEDS_MUNICIPALITY", RuleKind.Invalid,
        "This paper is of a municipality; give municipality_id.",
        "Dit stuk is van een gemeente; geef aan welke.");

    public static readonly Rule NeedsAllocation = new(
        "PAPER_NEEDS_ALLOCATION", RuleKind.Invalid,
        "This paper is about a cost that was shared out; give cost_allocation_id.",
        "Dit stuk gaat over een verdeling van kosten; geef aan welke.");

    public static readonly Rule PublicationRuleSet = new(
        "PUBLICATION_RULE_SET", RuleKind.Duplicate,
        "From this day on a rule holds already; set the next one from another day.",
        "Vanaf deze dag geldt al een regel; laat de volgende op een andere dag ingaan.");

    /// <summary>Constraints of the database that stand for a rule.</summary>
    public static readonly ConstraintRule[] Constraints =
    [
        new("pk_publication_rule", PublicationRuleSet, "rule.start_date"),
    ];

    /// <summary>What to look at in the text of a municipality.</summary>
    public static IEnumerable<PaperWarning> WarningsOf(PaperText? own, PublicationRule? rule)
    {
        if (own is null || own.Summary.Length == 0)
            yield return new PaperWarning("SUMMARY_MISSING", "Er is geen samenvatting voor publicatie.");
        else if (rule?.LinesOf(own.Summary) is { } lines && lines > rule.MostLines)
            yield return new PaperWarning("SUMMARY_TOO_LONG", $"De samenvatting telt {lines} regels; {rule.Medium} plaatst er hoogstens {rule.MostLines}.");
        if (own is null || own.Sections.Count == 0)
            yield return new PaperWarning("OWN_TEXT_MISSING", "De gemeente heeft geen eigen tekst gegeven.");
    }
}
