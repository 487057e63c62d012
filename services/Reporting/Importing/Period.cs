using System.Globalization;
using System.Text.RegularExpressions;

namespace Regio.Reporting.Importing;

/// <summary>The periods of figures: a year, half-year, quarter, month or day.</summary>
/// <param name="Code">2021, 2021-H1, 2021-Q1, 2021-05 or 2021-01-01.</param>
/// <param name="FirstDay">Its first day.</param>
internal sealed partial record Period(string Code, DateOnly FirstDay)
{
    /// <summary>Reads a code of our own, or one of CBS such as 2021JJ00; null when it is neither.</summary>
    public static Period? Parse(string text)
    {
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return new(text, day);
        var match = Form().Match(text);
        if (!match.Success)
            return null;
        var year = int.Parse(match.Groups["year"].ValueSpan, CultureInfo.InvariantCulture);
        var number = match.Groups["number"].Success ? int.Parse(match.Groups["number"].ValueSpan, CultureInfo.InvariantCulture) : 0;
        return (match.Groups["kind"].Value, number) switch
        {
            ("" or "JJ", 0) => new($"{year}", new(year, 1, 1)),
            ("-H" or "HJ", 1 or 2) => new($"{year}-H{number}", new(year, (number * 6) - 5, 1)),
            ("-Q" or "KW", >= 1 and <= 4) => new($"{year}-Q{number}", new(year, (number * 3) - 2, 1)),
            ("-" or "MM", >= 1 and <= 12) => new($"{year}-{number:00}", new(year, number, 1)),
            _ => null,
        };
    }

    [GeneratedRegex(@"\A(?<year>(19|20)[0-9]{2})((?<kind>JJ|HJ|KW|MM)(?<number>[0-9]{2})|(?<kind>-[HQ])(?<number>[0-9])|(?<kind>-)(?<number>[0-9]{2}))?\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 100)]
    private static partial Regex Form();
}
