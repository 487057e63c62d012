using FluentValidation;

namespace Regio.Municipalities.Register;

/// <summary>What the fields of a claim hold.</summary>
internal static class ClaimFieldRules
{
    public const int MostCharacters = 500;
    private const int MostTopicCharacters = 60;

    public static void IsTopicOrEmpty<T>(this IRuleBuilder<T, string> rule) => rule
        .Must(topic => topic.Length <= MostTopicCharacters && topic.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-'))
        .WithMessage($"Give at most {MostTopicCharacters} lower-case letters, digits and hyphens.");
}
