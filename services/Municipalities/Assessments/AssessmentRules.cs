using Regio.ServiceDefaults.Errors;

namespace Regio.Municipalities.Assessments;

/// <summary>The rules of assessments, each with its reason code.</summary>
internal static class AssessmentRules
{
    public static readonly Rule FormUnknown = new(
        "ASSESSMENT_FORM_UNKNOWN", RuleKind.Missing,
        "No form has this code.",
        "Er is geen formulier met deze code.");

    public static readonly Rule FormDefined = new(
        "ASSESSMENT_FORM_DEFINED", RuleKind.Duplicate,
        "A form has this code already; other criteria are another form.",
        "Er is al een formulier met deze code; andere criteria zijn een ander formulier.");

    public static readonly Rule CriterionUnknown = new(
        "CRITERION_UNKNOWN", RuleKind.Missing,
        "The form has no such criterion.",
        "Het formulier kent dit criterium niet.");

    public static readonly Rule ScoredTwice = new(
        "CRITERION_SCORED_TWICE", RuleKind.Invalid,
        "Score each criterion once.",
        "Geef elk criterium één score.");

    public static readonly Rule OutOfScale = new(
        "SCORE_OUT_OF_SCALE", RuleKind.Invalid,
        "A score on this form is {lowest} to {highest}.",
        "Een score op dit formulier is {lowest} tot en met {highest}.");

    public static readonly Rule Recorded = new(
        "ASSESSMENT_RECORDED", RuleKind.Duplicate,
        "This subject has been assessed on this form for this day already.",
        "Dit onderwerp is voor deze dag al met dit formulier beoordeeld.");

    /// <summary>Constraints of the database that stand for a rule.</summary>
    public static readonly ConstraintRule[] Constraints =
    [
        new("pk_assessment_form", FormDefined, "form.code"),
        new("ix_assessment_once", Recorded, "assessment.date"),
    ];
}
