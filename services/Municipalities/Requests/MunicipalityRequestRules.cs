using System.Globalization;
using FluentValidation;
using Regio.ServiceDefaults.Facts;
using Regio.ServiceDefaults.Grpc;

namespace Regio.Municipalities.Requests;

/// <summary>Rules about the form of requests that several features of this service share.</summary>
internal static class MunicipalityRequestRules
{
    public const int MostMunicipalities = 500;
    public const int MostSubjectCharacters = 120;
    private const int MostPurposeCharacters = 40;

    /// <summary>Lower-case letters, digits and hyphens; empty is allowed.</summary>
    public static IRuleBuilderOptions<T, string> IsPurposeOrEmpty<T>(this IRuleBuilder<T, string> rule) =>
        rule.Must(text => text.Length <= MostPurposeCharacters && text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-'))
            .WithMessage($"Give at most {MostPurposeCharacters} lower-case letters, digits and hyphens, or leave it empty for \"jhrd\".");

    /// <summary>Text that says on one line of the monitor what a cost is.</summary>
    public static IRuleBuilderOptions<T, string> IsSubject<T>(this IRuleBuilder<T, string> rule) => rule.IsLine(MostSubjectCharacters);

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
}
