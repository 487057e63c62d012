using Regio.ExpertTable.Terms;
using Regio.ServiceDefaults.Facts;

namespace Regio.ExpertTable.Tests.Terms;

/// <summary>The terms that a law sets, as the service starts with them.</summary>
internal static class LegalTerms
{
    private static readonly DateOnly s_youthAct = new(2015, 1, 1);
    private static readonly DateOnly s_dataProtection = new(2018, 5, 25);

    public static TermBook Book(params TermSetting[] changes) => new(
    [
        Set(Term.HelpYouthAge, 12, s_youthAct),
        Set(Term.HelpHolderAge, 16, s_youthAct),
        Set(Term.FileYouthAge, 12, s_youthAct),
        Set(Term.DisclosureYouthAge, 12, s_youthAct),
        Set(Term.FileYears, 20, s_youthAct),
        Set(Term.ReferralYears, 5, s_youthAct),
        Set(Term.ReadLogYears, 20, s_youthAct),
        Set(Term.ConsultationYears, 5, s_youthAct),
        Set(Term.CareBrokerCases, 20, s_youthAct),
        Set(Term.ChairCaseMinutes, 120, s_youthAct),
        Set(Term.ThreadCheckMonths, 12, s_youthAct),
        Set(Term.GapPlanMonths, 3, s_youthAct),
        Set(Term.RectificationMonths, 1, s_dataProtection),
        Set(Term.RectificationExtensionMonths, 2, s_dataProtection),
        .. changes,
    ]);

    public static TermSetting Set(Term term, int value, DateOnly from) => new()
    {
        Id = Guid.NewGuid(), Term = term, Value = value, StartsOn = from, Ground = "a law", Source = new Source("an act", ""), RecordedBy = "",
    };
}
