using Regio.Procurement.Ceilings;
using Regio.Procurement.Contracts;
using Regio.Procurement.ReferenceData;
using Regio.Procurement.Terms;
using Regio.ServiceDefaults.Errors;
using Regio.ServiceDefaults.Facts;

namespace Regio.Procurement.Tests.Terms;

public sealed class TermBookTests
{
    private static readonly TermBook Book = new([.. ReferenceFiles.Terms(), Setting(Term.NoticeMonths, 9, 2026), Setting(Term.NoticeMonths, 12, 2028)]);

    [Theory]
    [InlineData("2025-12-31", 6)]
    [InlineData("2026-01-01", 9)]
    [InlineData("2027-12-31", 9)]
    [InlineData("2028-01-01", 12)]
    [InlineData("2010-01-01", 6)]
    public void A_setting_holds_from_its_day_until_the_next_and_the_first_also_before(string day, int months) =>
        Assert.Equal(months, ContractClocks.Default(Book, DateOnly.Parse(day, null)).NoticeMonths);

    [Fact]
    public void The_service_starts_with_a_setting_of_each_term_with_its_ground()
    {
        var settings = new TermBook(ReferenceFiles.Terms()).AllOn(new DateOnly(2026, 1, 1)).ToList();

        Assert.Equal(Enum.GetValues<Term>(), settings.Select(setting => setting.Term));
        Assert.All(settings, setting => Assert.NotEmpty(setting.Ground));
        Assert.All(settings, setting => TermRules.RequireInRange(setting.Term, setting.Value));
        Assert.Equal(new CeilingClocks(70, 28, 14), CeilingClocks.Default(Book, new DateOnly(2026, 1, 1)));
    }

    [Theory]
    [InlineData("NoticeMonths", 0)]
    [InlineData("NoticeMonths", 61)]
    [InlineData("CeilingWarningPercent", 101)]
    [InlineData("ClientStopNoticeDays", -1)]
    [InlineData("StandstillDays", 367)]
    [InlineData("CareFileYears", 0)]
    [InlineData("CareFileYears", 101)]
    public void A_value_that_switches_a_duty_off_is_refused(string term, int value) =>
        Assert.Equal("TERM_OUT_OF_RANGE", Assert.Throws<DomainException>(() => TermRules.RequireInRange(Enum.Parse<Term>(term), value)).Rule.Code);

    private static TermSetting Setting(Term term, int value, int year) => new()
    {
        Id = Guid.CreateVersion7(), Term = term, Value = value, StartsOn = new DateOnly(year, 1, 1), Ground = "Besluit", Source = new Source("Besluit", ""), RecordedBy = "test",
    };
}
