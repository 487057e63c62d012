using System.Text.RegularExpressions;

namespace Regio.Municipalities.Register;

/// <summary>The form of a CBS code: GM and four digits.</summary>
internal static partial class MunicipalityId
{
    public const string Form = "GM and four digits, such as GM0106";

    public static bool IsWellFormed(string id) => Pattern().IsMatch(id);

    [GeneratedRegex(@"\AGM[0-9]{4}\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 100)]
    private static partial Regex Pattern();
}
