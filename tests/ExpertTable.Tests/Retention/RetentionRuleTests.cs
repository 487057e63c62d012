using Regio.ExpertTable.Cases;
using Regio.ExpertTable.Retention;
using Regio.ExpertTable.Terms;
using Regio.ExpertTable.Tests.Terms;
using Regio.ServiceDefaults.Errors;

namespace Regio.ExpertTable.Tests.Retention;

public sealed class RetentionRuleTests
{
    private static readonly Act Now = new("an officer", new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));

    private readonly Case _file = Closed();

    [Fact]
    public void A_file_goes_twenty_years_after_its_last_change_and_not_a_day_before()
    {
        var lastChange = Now.At.AddYears(-20);

        var refused = Assert.Throws<DomainException>(() => _file.Destroy(DestructionGround.Term, lastChange.AddDays(1), isRectificationOpen: false, LegalTerms.Book(), Now));
        Assert.Equal((RetentionRules.RetentionRuns.Code, "2026-03-03"), (refused.Rule.Code, refused.Metadata["until"]));
        _file.Destroy(DestructionGround.Term, lastChange, isRectificationOpen: false, LegalTerms.Book(), Now);
        Assert.Equal((Now.At, "an officer", DestructionGround.Term), (_file.DestroyedAt, _file.DestroyedBy, _file.DestructionGround));
    }

    [Fact]
    public void The_years_are_those_of_the_day_on_which_it_goes_whenever_it_was_written()
    {
        var terms = LegalTerms.Book(LegalTerms.Set(Term.FileYears, 15, Now.Day));

        _file.Destroy(DestructionGround.Term, Now.At.AddYears(-15), isRectificationOpen: false, terms, Now);

        Assert.Equal(Now.At, _file.DestroyedAt);
        Assert.Equal("2031-03-01", Assert.Throws<DomainException>(() =>
            Closed().Destroy(DestructionGround.Term, Now.At.AddYears(-15).AddDays(-1), isRectificationOpen: false, terms, Now with { At = Now.At.AddDays(-1) })).Metadata["until"]);
    }

    [Fact]
    public void On_request_it_goes_at_once_and_nobody_is_left_in_it()
    {
        _file.Destroy(DestructionGround.Request, Now.At, isRectificationOpen: false, LegalTerms.Book(), Now);

        Assert.Equal(Guid.Empty, _file.SubjectPseudonym);
        Assert.Empty(_file.Siblings);
    }

    [Fact]
    public void A_legal_hold_keeps_it_until_it_is_lifted()
    {
        _file.SetLegalHold("a complaint", Now);

        Assert.Equal(RetentionRules.LegalHoldPresent.Code, Assert.Throws<DomainException>(() => _file.Destroy(DestructionGround.Request, Now.At, isRectificationOpen: false, LegalTerms.Book(), Now)).Rule.Code);
        Assert.Equal(RetentionRules.LegalHoldPresent.Code, Assert.Throws<DomainException>(() => _file.SetLegalHold("another", Now)).Rule.Code);
        _file.LiftLegalHold("done", Now);
        Assert.Equal(RetentionRules.LegalHoldMissing.Code, Assert.Throws<DomainException>(() => _file.LiftLegalHold("done", Now)).Rule.Code);
        _file.Destroy(DestructionGround.Request, Now.At, isRectificationOpen: false, LegalTerms.Book(), Now);
    }

    [Fact]
    public void Each_kind_of_record_has_a_term_of_its_own()
    {
        var terms = LegalTerms.Book(LegalTerms.Set(Term.ReferralYears, 5, Now.Day));
        var lastChange = Now.At.AddYears(-5);

        Returned().Destroy(DestructionGround.Term, lastChange, isRectificationOpen: false, terms, Now);

        Assert.Equal("2041-03-02", Assert.Throws<DomainException>(() => _file.Destroy(DestructionGround.Term, lastChange, isRectificationOpen: false, terms, Now)).Metadata["until"]);
        Assert.Equal(
            Enum.GetValues<RecordKind>().Length, Enum.GetValues<RecordKind>().Select(RetentionTerm.TermOf).Distinct().Count());
    }

    [Fact]
    public void Who_waits_for_the_file_to_be_put_right_keeps_it_unless_they_want_it_gone()
    {
        var lastChange = Now.At.AddYears(-20);

        Assert.Equal(
            RetentionRules.RectificationOpen.Code,
            Assert.Throws<DomainException>(() => _file.Destroy(DestructionGround.Term, lastChange, isRectificationOpen: true, LegalTerms.Book(), Now)).Rule.Code);
        _file.Destroy(DestructionGround.Request, lastChange, isRectificationOpen: true, LegalTerms.Book(), Now);
    }

    [Theory]
    [InlineData("2026-03-02", 20)]
    [InlineData("2028-02-29", 20)]
    [InlineData("2028-02-29", 5)]
    [InlineData("2029-02-28", 5)]
    [InlineData("2029-03-01", 1)]
    [InlineData("2025-02-28", 1)]
    public void What_is_listed_may_go_and_what_is_not_may_not_on_every_day(string today, int years)
    {
        var day = DateOnly.ParseExact(today, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        var kept = RetentionTerm.FirstKept(day, years);

        for (var around = -3; around <= 3; around++)
        {
            var changed = kept.AddDays(around);
            Assert.Equal(changed < kept, day >= RetentionTerm.Until(changed, years));
        }
    }

    private static Case Closed()
    {
        var file = Case.Register(Guid.NewGuid(), Guid.NewGuid(), [Guid.NewGuid()], "GM0106", "a question", Now);
        file.BreakThrough("help", "an institution", Now);
        file.RecordOutcome(new Outcome(OutcomeResult.Reached, "45A05", [], ""), Now);
        file.Evaluate("a text", Now);
        file.Close("", Now);
        return file;
    }

    private static Case Returned()
    {
        var file = Case.Register(Guid.NewGuid(), Guid.NewGuid(), [Guid.NewGuid()], "GM0106", "a question", Now);
        file.ReturnTo("a team", "a step", Now);
        return file;
    }
}
