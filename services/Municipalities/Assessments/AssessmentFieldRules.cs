using FluentValidation;
using Regio.Municipalities.Bodies;
using Regio.ServiceDefaults.Grpc;

namespace Regio.Municipalities.Assessments;

/// <summary>Limits of requests on assessments.</summary>
internal static class AssessmentFieldRules
{
    public const int MostCriteria = 100;
    public const int MostVariantCharacters = 80;
    public const int MostEvidenceCharacters = 2000;
    private const int MostCodeCharacters = 40;

    /// <summary>Lower-case letters, digits and hyphens.</summary>
    public static IRuleBuilderOptions<T, string> IsFormCode<T>(this IRuleBuilder<T, string> rule) =>
        rule.Must(text => text.Length is > 0 and <= MostCodeCharacters && text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-'))
            .WithMessage($"Give 1 to {MostCodeCharacters} lower-case letters, digits and hyphens.");
}

internal sealed class AssessmentFormValidator : AbstractValidator<V1.AssessmentForm?>
{
    private const int MostTitleCharacters = 120;
    private const int MostCriterionCharacters = 200;
    private const int MostScore = 100;

    public AssessmentFormValidator()
    {
        RuleFor(f => f!.Code).IsFormCode();
        RuleFor(f => f!.Kind).IsInEnum().NotEqual(V1.AssessmentKind.Unspecified);
        RuleFor(f => f!.Title).IsLine(MostTitleCharacters);
        RuleFor(f => f!.LowestScore).InclusiveBetween(0, MostScore - 1);
        RuleFor(f => f!.HighestScore).Must((form, highest) => highest > form!.LowestScore && highest <= MostScore)
            .WithMessage($"Give a number above the lowest score and at most {MostScore}.");
        RuleFor(f => f!.Criteria).Must(c => c.Count is > 0 and <= AssessmentFieldRules.MostCriteria).WithMessage($"Give 1 to {AssessmentFieldRules.MostCriteria} criteria.")
            .Must(c => c.Select(x => x.Code).Distinct().Count() == c.Count).WithMessage("Give each criterion a code of its own.");
        RuleForEach(f => f!.Criteria).ChildRules(criterion =>
        {
            criterion.RuleFor(c => c.Code).IsFormCode();
            criterion.RuleFor(c => c.Title).IsLine(MostCriterionCharacters);
        });
        RuleFor(f => f!.Source).IsNamedSource();
    }
}

internal sealed class AssessmentValidator : AbstractValidator<V1.Assessment?>
{
    public AssessmentValidator()
    {
        RuleFor(a => a!.Form).IsFormCode();
        RuleFor(a => a!.RegionId).NotEmpty().IsRegionIdOrEmpty();
        RuleFor(a => a!.MunicipalityId).IsMunicipalityId().When(a => a!.MunicipalityId.Length > 0);
        RuleFor(a => a!.Variant).IsLineOrEmpty(AssessmentFieldRules.MostVariantCharacters);
        RuleFor(a => a!.Date).IsDay();
        RuleFor(a => a!.Scores).Must(s => s.Count is > 0 and <= AssessmentFieldRules.MostCriteria).WithMessage($"Give 1 to {AssessmentFieldRules.MostCriteria} scores.");
        RuleForEach(a => a!.Scores).ChildRules(score =>
        {
            score.RuleFor(s => s.Criterion).IsFormCode();
            score.RuleFor(s => s.Evidence).IsLine(AssessmentFieldRules.MostEvidenceCharacters);
            score.RuleFor(s => s.Source).IsNamedSource();
        });
    }
}
