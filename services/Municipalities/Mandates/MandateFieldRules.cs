using FluentValidation;
using Regio.Municipalities.Rounds;

namespace Regio.Municipalities.Mandates;

/// <summary>Rules about the form of requests on mandates.</summary>
internal static class MandateFieldRules
{
    public const int MostTopics = 50;
    private const int MostCodeCharacters = 60;

    /// <summary>Code of a topic or of a function.</summary>
    public static IRuleBuilderOptions<T, string> IsCode<T>(this IRuleBuilder<T, string> rule) =>
        rule.Must(text => text.Length is > 0 and <= MostCodeCharacters && text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-'))
            .WithMessage($"Give 1 to {MostCodeCharacters} lower-case letters, digits and hyphens.");

    /// <summary>A body that can grant, withdraw and ratify.</summary>
    public static IRuleBuilderOptions<T, string> IsGrantingBody<T>(this IRuleBuilder<T, string> rule) =>
        rule.Must(text => BodyId.Parse(text) is { Kind: BodyKinds.Council or BodyKinds.Executive })
            .WithMessage("Give a council or college with its municipality, such as GM0106:executive.");
}
