using System.Text.RegularExpressions;

namespace Regio.ServiceDefaults.Facts;

/// <summary>The form of a CBS code: GM and four digits.</summary>
public static partial class MunicipalityId
{
    /// <summary>The form in words.</summary>
    public const string Form = "GM and four digits, such as GM0106";

    /// <summary>Whether a text has the form; says nothing about whether the municipality exists.</summary>
    public static bool IsWellFormed(string id) => Pattern().IsMatch(id);

    [GeneratedRegex(@"\AGM[0-9]{4}\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 100)]
    private static partial Regex Pattern();
}
