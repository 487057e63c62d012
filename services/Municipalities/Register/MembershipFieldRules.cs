using FluentValidation;

namespace Regio.Municipalities.Register;

/// <summary>Rules about the form of memberships in requests.</summary>
internal static class MembershipFieldRules
{
    public const int MostRemarkCharacters = 500;
    private const int MostProductGroupCharacters = 20;

    /// <summary>Capitals, digits and hyphens; empty is allowed.</summary>
    public static IRuleBuilderOptions<T, string> IsProductGroupOrEmpty<T>(this IRuleBuilder<T, string> rule) =>
        rule.Must(text => text.Length <= MostProductGroupCharacters && text.All(c => char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c) || c == '-'))
            .WithMessage($"Give at most {MostProductGroupCharacters} capitals, digits and hyphens, or leave it empty for all product groups.");
}
