using Regio.ServiceDefaults.Errors;

namespace Regio.Municipalities.Glossary;

/// <summary>The rules of the glossary, each with its reason code.</summary>
internal static class GlossaryRules
{
    public static readonly Rule MeaningDefined = new(
        "MEANING_DEFINED", RuleKind.Duplicate,
        "This term has a meaning with this code already; another meaning gets a code of its own.",
        "Dit begrip heeft al een betekenis met deze code; een andere betekenis krijgt een eigen code.");

    /// <summary>Constraints of the database that stand for a rule.</summary>
    public static readonly ConstraintRule[] Constraints =
    [
        new("pk_glossary_meaning", MeaningDefined, "meaning.code"),
    ];
}
