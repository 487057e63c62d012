using Regio.ServiceDefaults.Errors;
using Regio.ServiceDefaults.Facts;

namespace Regio.ExpertTable.Terms;

/// <summary>The rules of terms, each with its reason code.</summary>
internal static class TermRules
{
    /// <summary>Constraints of the database that stand for a rule.</summary>
    public static readonly ConstraintRule[] Constraints =
    [
        new("ix_term_setting_term_starts_on", SharedTermRules.AlreadySet, "setting.start_date"),
    ];

    private const int Year = 366;
    private const int Adult = 18;
    private const int Century = 100;
    private const int MonthsInYear = 12;

    public static void RequireInRange(Term term, int value) => SharedTermRules.RequireInRange(value, Range(term));

    private static (int Least, int Most) Range(Term term) => term switch
    {
        Term.LeadDays or Term.ReminderDays => (0, Year),
        Term.HelpYouthAge or Term.HelpHolderAge or Term.FileYouthAge or Term.DisclosureYouthAge => (1, Adult),
        Term.FileYears or Term.ReferralYears or Term.ReadLogYears or Term.ConsultationYears => (1, Century),
        Term.RectificationMonths or Term.RectificationExtensionMonths or Term.ThreadCheckMonths or Term.GapPlanMonths => (1, MonthsInYear),
        _ => (1, Year),
    };
}
