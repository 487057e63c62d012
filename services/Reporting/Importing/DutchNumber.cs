using System.Globalization;
using System.Text.RegularExpressions;

namespace Regio.Reporting.Importing;

/// <summary>Numbers as CBS writes them: a comma before decimals and nothing between thousands.</summary>
internal static partial class DutchNumber
{
    private static readonly CultureInfo Culture = CultureInfo.GetCultureInfo("nl-NL");

    /// <summary>The number; null for anything else, a decimal point included: it could be meant as one for thousands.</summary>
    public static decimal? Parse(string text) =>
        Form().IsMatch(text) && decimal.TryParse(text.Replace(',', '.'), NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    /// <summary>As people read it, with the decimals that it has.</summary>
    public static string Write(decimal number) => number.ToString($"N{number.Scale}", Culture);

    [GeneratedRegex(@"\A-?[0-9]{1,15}(,[0-9]{1,10})?\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 100)]
    private static partial Regex Form();
}
