using System.Globalization;
using Regio.ServiceDefaults.Errors;

namespace Regio.ServiceDefaults.Facts;

/// <summary>The rules that the terms of every service keep.</summary>
public static class SharedTermRules
{
    /// <summary>A term has one setting from a day on.</summary>
    public static readonly Rule AlreadySet = new(
        "TERM_SET",
        RuleKind.Duplicate,
        "From this day on a setting of the term holds already; set the next one from another day.",
        "Vanaf deze dag geldt al een instelling van deze termijn; laat de volgende op een andere dag ingaan.");

    /// <summary>A value that would switch a duty off, or a clock that nobody lives to see, is no term.</summary>
    public static readonly Rule OutOfRange = new(
        "TERM_OUT_OF_RANGE",
        RuleKind.Invalid,
        "This term is from {least} to {most}.",
        "Deze termijn ligt van {least} tot en met {most}.");

    /// <summary>Refuses a value outside of its range.</summary>
    /// <param name="value">The value.</param>
    /// <param name="range">From and to, both included.</param>
    public static void RequireInRange(int value, (int Least, int Most) range)
    {
        if (value >= range.Least && value <= range.Most)
            return;
        throw new DomainException(OutOfRange, "setting.value", new Dictionary<string, string>
        {
            ["least"] = range.Least.ToString(CultureInfo.InvariantCulture), ["most"] = range.Most.ToString(CultureInfo.InvariantCulture),
        });
    }
}
