using Regio.ExpertTable.Cases;
using Regio.ExpertTable.Retention;
using Regio.ExpertTable.Terms;
using Regio.ExpertTable.Tests.Terms;
using Regio.ServiceDefaults.Errors;

namespace Regio.ExpertTable.Tests.Retention;

public sealed class RetentionRuleTests
{
    private static readonly Act Now = new("an officer", new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));

    private readonly Case _file = Returned();

    [Fact]
    public void A_file_goes_twenty_years_after_its_last_change_and_not_a_day_before()
    {
        var lastChange = Now.At.AddYears(-20);

        var refused = Assert.Throws<DomainException>(() => _file.Destroy(DestructionGround.Term, lastChange.AddDays(1), LegalTerms.Book(), Now));
        Assert.Equal((RetentionRules.RetentionRuns.Code, "2026-03-03"), (refused.Rule.Code, refused.Metadata["until"]));
        _file.Destroy(DestructionGround.Term, lastChange, LegalTerms.Book(), Now);
        Assert.Equal((Now.At, "an officer", DestructionGround.Term), (_file.DestroyedAt, _file.DestroyedBy, _file.DestructionGround));
    }

    [Fact]
    public void The_years_are_those_of_the_day_on_which_it_goes_whenever_it_was_written()
    {
        var terms = LegalTerms.Book(LegalTerms.Set(Term.FileYears, 15, Now.Day));

        _file.Destroy(DestructionGround.Term, Now.At.AddYears(-15), terms, Now);

        Assert.Equal(Now.At, _file.DestroyedAt);
        Assert.Equal("2031-03-01", Assert.Throws<DomainException>(() =>
            Returned().Destroy(DestructionGround.Term, Now.At.AddYears(-15).AddDays(-1), terms, Now with { At = Now.At.AddDays(-1) })).Metadata["until"]);
    }

    [Fact]
    public void On_request_it_goes_at_once_and_nobody_is_left_in_it()
    {
        _file.Destroy(DestructionGround.Request, Now.At, LegalTerms.Book(), Now);

        Assert.Equal(Guid.Empty, _file.SubjectPseudonym);
        Assert.Empty(_file.Siblings);
    }

    [Fact]
    public void A_legal_hold_keeps_it_until_it_is_lifted()
    {
        _file.SetLegalHold("a complaint", Now);

        Assert.Equal(RetentionRules.LegalHoldPresent.Code, Assert.Throws<DomainException>(() => _file.Destroy(DestructionGround.Request, Now.At, LegalTerms.Book(), Now)).Rule.Code);
        Assert.Equal(RetentionRules.LegalHoldPresent.Code, Assert.Throws<DomainException>(() => _file.SetLegalHold("another", Now)).Rule.Code);
        _file.LiftLegalHold("done", Now);
        Assert.Equal(RetentionRules.LegalHoldMissing.Code, Assert.Throws<DomainException>(() => _file.LiftLegalHold("done", Now)).Rule.Code);
        _file.Destroy(DestructionGround.Request, Now.At, LegalTerms.Book(), Now);
    }

    private static Case Returned()
    {
        var file = Case.Register(Guid.NewGuid(), Guid.NewGuid(), [Guid.NewGuid()], "GM0106", "a question", Now);
        file.ReturnTo("a team", "a step", Now);
        return file;
    }
}
