using System.Globalization;
using Regio.ServiceDefaults.Errors;

namespace Regio.Procurement.Terms;

/// <summary>The rules of terms, each with its reason code.</summary>
internal static class TermRules
{
    public static readonly Rule AlreadySet = new(
        "TERM_SET",
        RuleKind.Duplicate,
        "From this day on a setting of the term holds already; set the next one from another day.",
        "Vanaf deze dag geldt al een instelling van deze termijn; laat de volgende op een andere dag ingaan.");

    public static readonly Rule OutOfRange = new(
        "TERM_OUT_OF_RANGE",
        RuleKind.Invalid,
        "This term is from {least} to {most}.",
        "Deze termijn ligt van {least} tot en met {most}.");

    /// <summary>Constraints of the database that stand for a rule.</summary>
    public static readonly ConstraintRule[] Constraints =
    [
        new("ix_term_setting_term_starts_on", AlreadySet, "setting.start_date"),
    ];

    private const int Year = 366;

    /// <summary>A value that would switch a duty off, or a clock that nobody lives to see, is no term.</summary>
    public static void RequireInRange(Term term, int value)
    {
        var (least, most) = Range(term);
        if (value < least || value > most)
        {
            throw new DomainException(OutOfRange, "setting.value", new Dictionary<string, string>
            {
                ["least"] = least.ToString(CultureInfo.InvariantCulture), ["most"] = most.ToString(CultureInfo.InvariantCulture),
            });
        }
    }

    private static (int Least, int Most) Range(Term term) => term switch
    {
        Term.NoticeMonths or Term.ReviewMonths => (1, 60),
        Term.CeilingWarningPercent => (1, 100),
        Term.ClientStopNoticeDays => (0, Year),
        _ => (1, Year),
    };
}
