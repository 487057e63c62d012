using Regio.ExpertTable.Cases;
using Regio.ExpertTable.Consents;
using Regio.ExpertTable.Reads;
using Regio.ExpertTable.Terms;
using Regio.ExpertTable.Tests.Terms;
using Regio.ServiceDefaults.Errors;
using Regio.ServiceDefaults.Facts;

namespace Regio.ExpertTable.Tests.Consents;

public sealed class ConsentTests
{
    private static readonly Act Now = new("a guide", new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));
    private static readonly Guid Mother = Guid.NewGuid();
    private static readonly Guid Father = Guid.NewGuid();
    private static readonly Guid Youth = Guid.NewGuid();

    private readonly Case _file = Case.Register(Guid.NewGuid(), Guid.NewGuid(), [], "GM0106", "a question", Now);

    public ConsentTests()
    {
        _file.RecordParty(Mother, _file.SubjectPseudonym, ConsentPartyKind.AuthorityHolder, "moeder", Now);
        _file.RecordParty(Father, _file.SubjectPseudonym, ConsentPartyKind.AuthorityHolder, "vader", Now);
        _file.RecordParty(Youth, _file.SubjectPseudonym, ConsentPartyKind.Youth, "zelf", Now);
    }

    [Theory]
    [InlineData(11, nameof(ConsentPurpose.Help), true, false)]
    [InlineData(12, nameof(ConsentPurpose.Help), true, true)]
    [InlineData(15, nameof(ConsentPurpose.Help), true, true)]
    [InlineData(16, nameof(ConsentPurpose.Help), false, true)]
    [InlineData(18, nameof(ConsentPurpose.Help), false, true)]
    [InlineData(11, nameof(ConsentPurpose.Disclosure), true, false)]
    [InlineData(12, nameof(ConsentPurpose.Disclosure), false, true)]
    [InlineData(12, nameof(ConsentPurpose.File), false, true)]
    public void Who_has_to_consent_follows_from_the_age_and_the_purpose(int age, string purpose, bool holders, bool youth)
    {
        var view = On(Enum.Parse<ConsentPurpose>(purpose), age);

        Assert.Equal((holders, holders, youth), (Needs(view, Mother), Needs(view, Father), Needs(view, Youth)));
        Assert.Null(view.Ground);
    }

    [Fact]
    public void Another_age_holds_from_the_day_on_which_it_is_set_and_leaves_the_days_before_alone()
    {
        var change = Now.Day.AddDays(-3);
        var terms = LegalTerms.Book(LegalTerms.Set(Term.FileYouthAge, 14, change));
        bool Holders(DateOnly day) => Needs(new CaseConsents(_file.Written, terms).On(day, ConsentPurpose.File, [Child(_file, 13)]), Mother);

        Assert.Equal((false, true), (Holders(change.AddDays(-1)), Holders(change)));
    }

    [Fact]
    public void At_no_age_nobody_has_to_consent_however_the_ages_are_set()
    {
        var terms = LegalTerms.Book(LegalTerms.Set(Term.HelpYouthAge, 17, Now.Day));

        var view = new CaseConsents(_file.Written, terms).On(Now.Day, ConsentPurpose.Help, [Child(_file, 16)]);

        Assert.Equal((true, false), (Needs(view, Mother), Needs(view, Youth)));
        Assert.Null(view.Ground);
    }

    [Fact]
    public void The_age_changes_on_the_birthday_itself()
    {
        Assert.Equal(11, ConsentTerm.AgeOn(new DateOnly(2014, 3, 9), new DateOnly(2026, 3, 8)));
        Assert.Equal(12, ConsentTerm.AgeOn(new DateOnly(2014, 3, 9), new DateOnly(2026, 3, 9)));
        Assert.Equal(13, ConsentTerm.AgeOn(new DateOnly(2012, 2, 29), new DateOnly(2026, 2, 28)));
        Assert.Equal(14, ConsentTerm.AgeOn(new DateOnly(2012, 2, 29), new DateOnly(2026, 3, 1)));
    }

    [Fact]
    public void Consent_carries_when_each_who_has_to_gave_it_and_one_refusal_stops_it()
    {
        Say(Mother, ConsentAnswer.Given);
        Assert.Equal((null, false), (On(ConsentPurpose.Help, 10).Ground, On(ConsentPurpose.Help, 10).IsRefused));
        Say(Father, ConsentAnswer.Given);
        Assert.Equal(LegalGround.Consent, On(ConsentPurpose.Help, 10).Ground);
        Say(Father, ConsentAnswer.Withdrawn);
        Assert.Equal((null, true), (On(ConsentPurpose.Help, 10).Ground, On(ConsentPurpose.Help, 10).IsRefused));
        Say(Father, ConsentAnswer.Given);
        Assert.Equal(LegalGround.Consent, On(ConsentPurpose.Help, 10).Ground);
        Assert.Null(On(ConsentPurpose.Disclosure, 10).Ground);
    }

    [Fact]
    public void A_refusal_of_who_need_not_consent_stops_nothing()
    {
        Say(Youth, ConsentAnswer.Given);
        Say(Mother, ConsentAnswer.Refused);

        Assert.Equal((LegalGround.Consent, false), (On(ConsentPurpose.Help, 16).Ground, On(ConsentPurpose.Help, 16).IsRefused));
    }

    [Fact]
    public void A_statement_counts_from_its_day_on()
    {
        Say(Youth, ConsentAnswer.Given, Now.Day.AddDays(-5));

        Assert.Null(On(ConsentPurpose.Help, 17, Now.Day.AddDays(-6)).Ground);
        Assert.Equal(LegalGround.Consent, On(ConsentPurpose.Help, 17, Now.Day.AddDays(-5)).Ground);
        var broken = Assert.Throws<DomainException>(() => Say(Youth, ConsentAnswer.Given, Now.Day.AddDays(1)));
        Assert.Equal((ConsentRules.ConsentInFuture.Code, "day"), (broken.Rule.Code, broken.Field));
    }

    [Fact]
    public void A_refusal_does_not_lock_what_the_law_allows_on_another_ground_while_it_holds()
    {
        Say(Father, ConsentAnswer.Refused);
        _file.RecordGround(ConsentPurpose.Help, LegalGround.StatutoryTask, "an order of the court", new Validity(Now.Day, Now.Day.AddDays(10)), Now);

        var view = On(ConsentPurpose.Help, 10);
        Assert.Equal((LegalGround.StatutoryTask, true), (view.Ground, view.IsRefused));
        Assert.Null(On(ConsentPurpose.Help, 10, Now.Day.AddDays(10)).Ground);
        Assert.Null(On(ConsentPurpose.Disclosure, 10).Ground);
    }

    [Fact]
    public void Where_nobody_with_authority_is_known_consent_carries_nothing()
    {
        var alone = Case.Register(Guid.NewGuid(), Guid.NewGuid(), [], "GM0106", "a question", Now);

        Assert.Null(new CaseConsents(alone.Written, LegalTerms.Book()).On(Now.Day, ConsentPurpose.Help, [Child(alone, 10)]).Ground);
        Assert.Null(new CaseConsents(alone.Written, LegalTerms.Book()).On(Now.Day, ConsentPurpose.Help, [Child(alone, 17)]).Ground);
    }

    [Fact]
    public void Each_child_of_the_family_counts()
    {
        var sibling = Guid.NewGuid();
        Say(Youth, ConsentAnswer.Given);

        var view = new CaseConsents(_file.Written, LegalTerms.Book()).On(Now.Day, ConsentPurpose.Help, [Child(_file, 17), new ChildAge(sibling, Now.Day.AddYears(-9))]);

        Assert.Null(view.Ground);
        Assert.Equal(
            ConsentRules.ChildUnknown.Code,
            Assert.Throws<DomainException>(() => _file.RecordParty(Guid.NewGuid(), sibling, ConsentPartyKind.Guardian, "voogd", Now)).Rule.Code);
    }

    private static bool Needs(PurposeView view, Guid party) => view.Standings.Single(s => s.Party.PartyId == party).IsRequired;

    private static ChildAge Child(Case file, int age) => new(file.SubjectPseudonym, Now.Day.AddYears(-age).AddDays(-20));

    private PurposeView On(ConsentPurpose purpose, int age, DateOnly? day = null) => new CaseConsents(_file.Written, LegalTerms.Book()).On(day ?? Now.Day, purpose, [Child(_file, age)]);

    private void Say(Guid party, ConsentAnswer answer, DateOnly? day = null) => _file.RecordConsent(party, ConsentPurpose.Help, answer, day ?? Now.Day, Now);
}
