using FluentValidation;
using Regio.Municipalities.Rounds;
using Regio.ServiceDefaults.Grpc;

namespace Regio.Municipalities.Papers;

/// <summary>Limits of requests on papers.</summary>
internal static class PaperFieldRules
{
    public const int MostLineCharacters = 80;
    public const int MostSections = 20;
    private const int MostSummaryCharacters = 2000;

    /// <summary>A paper that people add text to.</summary>
    public static IRuleBuilderOptions<T, V1.PaperKind> IsWritten<T>(this IRuleBuilder<T, V1.PaperKind> rule) =>
        rule.Must(kind => kind is V1.PaperKind.CouncilProposal or V1.PaperKind.CouncilLetter)
            .WithMessage("Give the council proposal or the council letter; the other papers are made of what the suite knows.");

    /// <summary>A summary; empty is allowed.</summary>
    public static IRuleBuilderOptions<T, string> IsSummary<T>(this IRuleBuilder<T, string> rule) =>
        rule.Must(text => text.Length <= MostSummaryCharacters && !text.Any(c => char.IsControl(c) && c != '\n'))
            .WithMessage($"Give at most {MostSummaryCharacters} characters, without control characters other than line breaks.");
}

internal sealed class PaperSectionValidator : AbstractValidator<V1.PaperSection>
{
    public PaperSectionValidator()
    {
        RuleFor(s => s.Heading).IsLine(PaperFieldRules.MostLineCharacters);
        RuleFor(s => s.Text).IsText();
    }
}
