using FluentValidation;
using Regio.Municipalities.V1;
using Regio.ServiceDefaults.Grpc;

namespace Regio.Municipalities.Rounds;

/// <summary>Rules about the form of requests on rounds.</summary>
internal static class RoundRequestRules
{
    public const int MostSubjectCharacters = 200;
    public const int MostReferenceCharacters = 60;
    public const int MostTextCharacters = 4000;
    public const int MostRemarks = 200;
    public const int MostFollowUps = 50;
    public const int MostSteps = 6;
    private const int HashCharacters = 64;

    /// <summary>SHA-256 in lower-case hexadecimal.</summary>
    public static IRuleBuilderOptions<T, string> IsContentHash<T>(this IRuleBuilder<T, string> rule) =>
        rule.Must(text => text.Length == HashCharacters && text.All(char.IsAsciiHexDigitLower))
            .WithMessage("Give the SHA-256 of the document as 64 lower-case hexadecimal digits.");

    /// <summary>Id of a body with its scope.</summary>
    public static IRuleBuilderOptions<T, string> IsBodyId<T>(this IRuleBuilder<T, string> rule) =>
        rule.Must(text => BodyId.Parse(text) is not null)
            .WithMessage("Give a body with its scope: GM0106:council, GM0106:executive, GM0106:advisory-council or JHRD:ABO.");

    /// <summary>Text of several lines, such as the literal text of a decision.</summary>
    public static IRuleBuilderOptions<T, string> IsText<T>(this IRuleBuilder<T, string> rule) =>
        rule.Must(text => !string.IsNullOrWhiteSpace(text) && text.Length <= MostTextCharacters && !text.Any(c => char.IsControl(c) && c is not ('\n' or '\r' or '\t')))
            .WithMessage($"Give a text of 1 to {MostTextCharacters} characters, without control characters other than line breaks.");
}

internal sealed class SteeringDecisionValidator : AbstractValidator<V1.SteeringDecision>
{
    public SteeringDecisionValidator()
    {
        RuleFor(d => d.BodyId).IsBodyId();
        RuleFor(d => d.DecidedDate).IsDay();
        RuleFor(d => d.LiteralText).IsText();
    }
}

internal sealed class DecisionStepValidator : AbstractValidator<V1.DecisionStep>
{
    private const int MostTitleCharacters = 80;
    private const int MostCodeCharacters = 40;

    public DecisionStepValidator()
    {
        RuleFor(s => s.Code).Must(code => code.Length is > 0 and <= MostCodeCharacters && code.All(c => char.IsAsciiLetterLower(c) || c == '-'))
            .WithMessage($"Give 1 to {MostCodeCharacters} lower-case letters and hyphens.");
        RuleFor(s => s.Code).Must(code => code is not (Round.ReopenCode or Round.WithdrawCode or Round.OwnRiskCode))
            .WithMessage("This code is that of a decision of the steering body on the round itself.");
        RuleFor(s => s.Title).IsLine(MostTitleCharacters);
        RuleFor(s => s.BodyKinds).NotEmpty();
        RuleForEach(s => s.BodyKinds).IsInEnum().NotEqual(BodyKind.Unspecified);
        RuleFor(s => s.Act).IsInEnum().NotEqual(V1.StepAct.Unspecified);
        RuleFor(s => s.Threshold).GreaterThanOrEqualTo(0);
    }
}

internal sealed class RoundPolicyValidator : AbstractValidator<V1.RoundPolicy>
{
    public RoundPolicyValidator()
    {
        RuleFor(p => p.Steps).Must(steps => steps.Count is > 0 and <= RoundRequestRules.MostSteps).WithMessage($"Give 1 to {RoundRequestRules.MostSteps} steps.");
        RuleFor(p => p.Steps).Must(steps => steps.Select(s => s.Code).Distinct().Count() == steps.Count).WithMessage("Each step has a code of its own.");
        RuleForEach(p => p.Steps).SetValidator(new DecisionStepValidator());
        RuleForEach(p => p.ViewsOf).IsInEnum().NotEqual(BodyKind.Unspecified);
    }
}
