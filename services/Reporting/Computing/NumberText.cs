using System.Globalization;

namespace Regio.Reporting.Computing;

/// <summary>Numbers of a request, in invariant notation.</summary>
internal static class NumberText
{
    private const int MostCharacters = 20;
    private const NumberStyles Form = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;

    /// <summary>Whether this is a number, with a point where it has decimals.</summary>
    public static bool IsNumber(string text) => text.Length <= MostCharacters && decimal.TryParse(text, Form, CultureInfo.InvariantCulture, out _);
}
