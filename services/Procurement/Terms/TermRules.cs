using Regio.ServiceDefaults.Errors;
using Regio.ServiceDefaults.Facts;

namespace Regio.Procurement.Terms;

/// <summary>The rules of terms, each with its reason code.</summary>
internal static class TermRules
{
    /// <summary>Constraints of the database that stand for a rule.</summary>
    public static readonly ConstraintRule[] Constraints =
    [
        new("ix_term_setting_term_starts_on", SharedTermRules.AlreadySet, "setting.start_date"),
    ];

    private const int Year = 366;
    private const int Century = 100;

    public static void RequireInRange(Term term, int value) => SharedTermRules.RequireInRange(value, Range(term));

    private static (int Least, int Most) Range(Term term) => term switch
    {
        Term.NoticeMonths or Term.ReviewMonths => (1, 60),
        Term.CeilingWarningPercent or Term.BurdenReductionPercent => (1, 100),
        Term.ClientStopNoticeDays => (0, Year),
        Term.CareFileYears => (1, Century),
        _ => (1, Year),
    };
}
