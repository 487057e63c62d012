using System.Globalization;
using System.Text;
using FluentValidation;
using Regio.Common.V1;
using Regio.Municipalities.Register;
using Regio.ServiceDefaults.Grpc;

namespace Regio.Municipalities.Requests;

/// <summary>Rules about the form of requests that several features share.</summary>
internal static class RequestRules
{
    public const int MostMunicipalities = 500;
    public const int MostSubjectCharacters = 120;
    private const int MostPurposeCharacters = 40;
    private const int MostRegionCharacters = 40;

    public static readonly DateOnly EarliestDay = new(1900, 1, 1);
    public static readonly DateOnly LatestDay = new(2100, 12, 31);

    /// <summary>A day that exists, within the range that the register answers for; absent is allowed.</summary>
    public static IRuleBuilderOptions<T, Date?> IsDayOrAbsent<T>(this IRuleBuilder<T, Date?> rule) =>
        rule.Must(date => date is null || (date.TryToDateOnly(out var day) && day >= EarliestDay && day <= LatestDay))
            .WithMessage("Give an existing day from 1900-01-01 to 2100-12-31 with year, month and day, or leave it out for today.");

    public static IRuleBuilderOptions<T, string> IsMunicipalityId<T>(this IRuleBuilder<T, string> rule) =>
        rule.Must(MunicipalityId.IsWellFormed).WithMessage($"Give a municipality id of the form {MunicipalityId.Form}.");

    public static IRuleBuilderOptions<T, string> IsUuid<T>(this IRuleBuilder<T, string> rule) =>
        rule.Must(text => Guid.TryParseExact(text, "D", out _)).WithMessage("Give a UUID, such as 0192f0c1-2a3b-7c4d-8e5f-60718293a4b5.");

    /// <summary>Lower-case letters, digits and hyphens; empty is allowed.</summary>
    public static IRuleBuilderOptions<T, string> IsPurposeOrEmpty<T>(this IRuleBuilder<T, string> rule) =>
        rule.Must(text => text.Length <= MostPurposeCharacters && text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-'))
            .WithMessage($"Give at most {MostPurposeCharacters} lower-case letters, digits and hyphens, or leave it empty for \"jhrd\".");

    /// <summary>Capitals, digits and hyphens; empty is allowed.</summary>
    public static IRuleBuilderOptions<T, string> IsRegionIdOrEmpty<T>(this IRuleBuilder<T, string> rule) =>
        rule.Must(text => text.Length <= MostRegionCharacters && text.All(c => char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c) || c == '-'))
            .WithMessage($"Give at most {MostRegionCharacters} capitals, digits and hyphens, such as ZD, or leave it empty.");

    /// <summary>Text that people read on one line of the monitor.</summary>
    public static IRuleBuilderOptions<T, string> IsSubject<T>(this IRuleBuilder<T, string> rule) =>
        rule.Must(text => !string.IsNullOrWhiteSpace(text) && text.EnumerateRunes().Count() <= MostSubjectCharacters)
            .WithMessage($"Say in 1 to {MostSubjectCharacters} characters what the cost is.")
            .Must(text => !text.EnumerateRunes().Any(IsControl))
            .WithMessage("Leave out control characters, line breaks and marks that change the direction of text.");

    /// <summary>Reports each municipality id that is malformed or comes twice, with its place in the list.</summary>
    public static void AreMunicipalityIds<T>(IReadOnlyList<string> ids, ValidationContext<T> context)
    {
        if (ids.Count > MostMunicipalities)
        {
            context.AddFailure("municipality_ids", $"Give at most {MostMunicipalities} municipalities.");
            return;
        }

        var seen = new HashSet<string>();
        for (var i = 0; i < ids.Count; i++)
        {
            var field = string.Create(CultureInfo.InvariantCulture, $"municipality_ids[{i}]");
            if (!MunicipalityId.IsWellFormed(ids[i]))
                context.AddFailure(field, $"Give a municipality id of the form {MunicipalityId.Form}.");
            else if (!seen.Add(ids[i]))
                context.AddFailure(field, $"{ids[i]} comes twice; name each municipality once.");
        }
    }

    private static bool IsControl(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        || rune.Value is (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069);
}
