using System.Globalization;
using System.Text;
using FluentValidation;

namespace Regio.ExpertTable.Cases;

/// <summary>Rules about the form of texts in a file. Their messages never repeat what was written.</summary>
internal static class CaseFieldRules
{
    public const int MostQuestionCharacters = 10_000;
    public const int MostAnalysisCharacters = 100_000;
    public const int MostLineCharacters = 200;

    public static IRuleBuilderOptions<T, string> IsText<T>(this IRuleBuilder<T, string> rule, int most) =>
        rule.Must(text => !string.IsNullOrWhiteSpace(text)).WithMessage($"Give a text of 1 to {most} characters.").IsTextOrEmpty(most);

    /// <summary>Text of several lines; control characters other than the ends of lines and tabs are refused, since no database keeps them all, and so are
    /// bytes that are no text.</summary>
    public static IRuleBuilderOptions<T, string> IsTextOrEmpty<T>(this IRuleBuilder<T, string> rule, int most) =>
        rule.Must(text => text.EnumerateRunes().Count() <= most).WithMessage($"Give at most {most} characters.")
            .Must(text => !text.EnumerateRunes().Any(IsControl)).WithMessage("Leave out control characters and bytes that are no text.");

    /// <summary>A code: letters, digits, hyphens, dots and underscores.</summary>
    public static IRuleBuilderOptions<T, string> IsCode<T>(this IRuleBuilder<T, string> rule, int most) =>
        rule.Must(text => text.Length >= 1 && text.Length <= most && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.' or '_'))
            .WithMessage($"Give 1 to {most} letters, digits, hyphens, dots or underscores.");

    // The reader of messages puts the replacement character where bytes are not UTF-8.
    private static bool IsControl(Rune rune) =>
        rune == Rune.ReplacementChar || Rune.GetUnicodeCategory(rune) == UnicodeCategory.Control && rune.Value is not ('\n' or '\r' or '\t');
}
