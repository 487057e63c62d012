using FluentValidation;

namespace Regio.Municipalities.Responsibilities;

/// <summary>Rules about the form of requests on the responsibility map.</summary>
internal static class ResponsibilityFieldRules
{
    private const int MostCharacters = 100;

    /// <summary>Region and code of a topic.</summary>
    public static IRuleBuilderOptions<T, string> IsTopicId<T>(this IRuleBuilder<T, string> rule) => rule
        .Must(text => text.Length <= MostCharacters && text.Split(':') is [{ Length: > 0 } region, { Length: > 0 } code]
            && region.All(c => char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c) || c == '-')
            && code.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-'))
        .WithMessage("Give a region and the code of a topic in it, such as JHRD:wachttijden.");
}
