using System.Globalization;
using System.Text;
using FluentValidation;
using FluentValidation.Results;
using Google.Protobuf.WellKnownTypes;
using Regio.Common.V1;
using Regio.ServiceDefaults.Facts;

namespace Regio.ServiceDefaults.Grpc;

/// <summary>Rules about the form of requests that many features share.</summary>
public static class RequestRules
{
    private const int MostRegionCharacters = 40;

    // 1900-01-01 and 2100-12-31 in seconds since 1970.
    private const long FirstSecond = -2_208_988_800;
    private const long LastSecond = 4_133_894_400;

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

    /// <summary>A moment that exists; absent is allowed.</summary>
    public static IRuleBuilderOptions<T, Timestamp?> IsMomentOrAbsent<T>(this IRuleBuilder<T, Timestamp?> rule) =>
        rule.Must(moment => moment is null or { Seconds: >= FirstSecond and <= LastSecond, Nanos: >= 0 and < 1_000_000_000 })
            .WithMessage("Give a moment from 1900 to 2100, or leave it out for what is known now.");

    /// <summary>A period that is given, of days that exist and lie in range, with its end after its start; an open end is allowed.</summary>
    public static IRuleBuilderOptionsConditions<T, Period?> IsPeriod<T>(this IRuleBuilder<T, Period?> rule) => rule.Custom((period, context) =>
    {
        // A failure is added whole: by name alone the path of the parent would come before it once more.
        void Refuse(string field, string message) =>
            context.AddFailure(new ValidationFailure($"{context.PropertyPath}{field}", message));

        if (period is null)
            Refuse("", "Give a period.");
        else if (period.StartDate is null || !IsInRange(period.StartDate))
            Refuse(".StartDate", "Give an existing day from 1900-01-01 to 2100-12-31.");
        else if (period.EndDate is not null && !IsInRange(period.EndDate))
            Refuse(".EndDate", "Give an existing day from 1900-01-01 to 2100-12-31, or leave it out for an open end.");
        else if (period.EndDate is not null && period.EndDate.ToDateOnly() <= period.StartDate.ToDateOnly())
            Refuse(".EndDate", "The end is exclusive and comes after the start.");
    });

    /// <summary>A CBS code.</summary>
    public static IRuleBuilderOptions<T, string> IsMunicipalityId<T>(this IRuleBuilder<T, string> rule) =>
        rule.Must(MunicipalityId.IsWellFormed).WithMessage($"Give a municipality id of the form {MunicipalityId.Form}.");

    /// <summary>Code of a region: capitals, digits and hyphens; empty is allowed.</summary>
    public static IRuleBuilderOptions<T, string> IsRegionIdOrEmpty<T>(this IRuleBuilder<T, string> rule) =>
        rule.Must(text => text.Length <= MostRegionCharacters && text.All(c => char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c) || c == '-'))
            .WithMessage($"Give at most {MostRegionCharacters} capitals, digits and hyphens, such as ZD, or leave it empty.");

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
            .WithMessage("Leave out control characters, line breaks, marks that change the direction of text and bytes that are no text.");

    private static bool IsInRange(Date date) => date.TryToDateOnly(out var day) && day >= EarliestDay && day <= LatestDay;

    private static bool IsControl(Rune rune) =>
        // The reader of messages puts the replacement character where bytes are not UTF-8.
        rune == Rune.ReplacementChar
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        || rune.Value is (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069);
}
