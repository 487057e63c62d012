using System.Globalization;
using System.Text;
using FluentValidation;
using Regio.Common.V1;
using Regio.ServiceDefaults.Facts;

namespace Regio.ServiceDefaults.Grpc;

/// <summary>Rules about the form of requests that many features share.</summary>
public static class RequestRules
{
    /// <summary>First day that the suite answers for.</summary>
    public static readonly DateOnly EarliestDay = new(1900, 1, 1);

    /// <summary>Last day that the suite answers for.</summary>
    public static readonly DateOnly LatestDay = new(2100, 12, 31);

    /// <summary>A day that exists, within the range that the suite answers for; absent is allowed.</summary>
    public static IRuleBuilderOptions<T, Date?> IsDayOrAbsent<T>(this IRuleBuilder<T, Date?> rule) =>
        rule.Must(date => date is null || IsInRange(date))
            .WithMessage("Give an existing day from 1900-01-01 to 2100-12-31 with year, month and day, or leave it out for today.");

    /// <summary>A day that exists, within the range that the suite answers for.</summary>
    public static IRuleBuilderOptions<T, Date?> IsDay<T>(this IRuleBuilder<T, Date?> rule) =>
        rule.Must(date => date is not null && IsInRange(date))
            .WithMessage("Give an existing day from 1900-01-01 to 2100-12-31 with year, month and day.");

    /// <summary>A CBS code.</summary>
    public static IRuleBuilderOptions<T, string> IsMunicipalityId<T>(this IRuleBuilder<T, string> rule) =>
        rule.Must(MunicipalityId.IsWellFormed).WithMessage($"Give a municipality id of the form {MunicipalityId.Form}.");

    /// <summary>A UUID in its usual form.</summary>
    public static IRuleBuilderOptions<T, string> IsUuid<T>(this IRuleBuilder<T, string> rule) =>
        rule.Must(text => Guid.TryParseExact(text, "D", out _)).WithMessage("Give a UUID, such as 0192f0c1-2a3b-7c4d-8e5f-60718293a4b5.");

    /// <summary>Text that people read on one line, of 1 to so many characters.</summary>
    public static IRuleBuilderOptions<T, string> IsLine<T>(this IRuleBuilder<T, string> rule, int most) =>
        rule.Must(text => !string.IsNullOrWhiteSpace(text)).WithMessage($"Give a text of 1 to {most} characters.").IsLineOrEmpty(most);

    /// <summary>Text that people read on one line, of at most so many characters.</summary>
    public static IRuleBuilderOptions<T, string> IsLineOrEmpty<T>(this IRuleBuilder<T, string> rule, int most) =>
        rule.Must(text => text.EnumerateRunes().Count() <= most).WithMessage($"Give at most {most} characters.")
            .Must(text => !text.EnumerateRunes().Any(IsControl))
            .WithMessage("Leave out control characters, line breaks and marks that change the direction of text.");

    private static bool IsInRange(Date date) => date.TryToDateOnly(out var day) && day >= EarliestDay && day <= LatestDay;

    private static bool IsControl(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        || rune.Value is (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069);
}
