using FluentValidation;
using Regio.Municipalities.Bodies;
using Regio.ServiceDefaults.Grpc;

namespace Regio.Municipalities.Planning;

/// <summary>Limits of requests on plans and laws.</summary>
internal static class PlanningFieldRules
{
    public const int MostTitleCharacters = 200;
    public const int MostBaselineCharacters = 120;
    public const int MostReasonCharacters = 200;
    private const int MostCodeCharacters = 40;

    /// <summary>Lower-case letters, digits and hyphens.</summary>
    public static IRuleBuilderOptions<T, string> IsCode<T>(this IRuleBuilder<T, string> rule) =>
        rule.Must(text => text.Length is > 0 and <= MostCodeCharacters && text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-'))
            .WithMessage($"Give 1 to {MostCodeCharacters} lower-case letters, digits and hyphens.");
}

internal sealed class VagueDateValidator : AbstractValidator<V1.VagueDate?>
{
    public VagueDateValidator()
    {
        RuleFor(d => d!.Date).IsDayOrAbsent();
        RuleFor(d => d!.Precision).IsInEnum().NotEqual(V1.DatePrecision.Unspecified);
    }
}

internal sealed class MilestoneDateValidator : AbstractValidator<V1.MilestoneDate?>
{
    public MilestoneDateValidator()
    {
        RuleFor(d => d!.Kind).IsInEnum().NotEqual(V1.MilestoneDateKind.Unspecified);
        RuleFor(d => d!.Date).NotNull().SetValidator(new VagueDateValidator());
        RuleFor(d => d!.Source).IsNamedSource();
        RuleFor(d => d!.Reason).IsLineOrEmpty(PlanningFieldRules.MostReasonCharacters);
    }
}

internal sealed class MilestoneValidator : AbstractValidator<V1.Milestone?>
{
    private const int MostMonths = 120;
    private const int MostDependencies = 20;

    public MilestoneValidator()
    {
        RuleFor(m => m!.Code).IsCode();
        RuleFor(m => m!.Title).IsLine(PlanningFieldRules.MostTitleCharacters);
        RuleFor(m => m!.DependsOn).Must(codes => codes.Count <= MostDependencies && codes.Distinct().Count() == codes.Count)
            .WithMessage($"Name at most {MostDependencies} milestones, each once.");
        RuleForEach(m => m!.DependsOn).IsCode();
        RuleFor(m => m!.GateRoundId).IsUuid().When(m => m!.GateRoundId.Length > 0);
        RuleFor(m => m!.Law).ChildRules(law =>
        {
            law.RuleFor(l => l!.LawCode).IsCode();
            law.RuleFor(l => l!.Status).IsInEnum().NotEqual(V1.LawStatus.Unspecified);
            law.RuleFor(l => l!.MonthsAfter).InclusiveBetween(-MostMonths, MostMonths);
        }).When(m => m!.Law is not null);
    }
}
