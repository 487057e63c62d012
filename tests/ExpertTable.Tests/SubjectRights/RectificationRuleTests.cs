using Regio.ExpertTable.Cases;
using Regio.ExpertTable.Disclosures;
using Regio.ExpertTable.SubjectRights;
using Regio.ExpertTable.Terms;
using Regio.ExpertTable.Tests.Terms;
using Regio.ServiceDefaults.Errors;
using Regio.ServiceDefaults.Facts;

namespace Regio.ExpertTable.Tests.SubjectRights;

/// <summary>How long a request to put a file right may take, and what comes of it.</summary>
public sealed class RectificationRuleTests
{
    private static readonly Act Now = new("an officer", new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));
    private static readonly TermBook Terms = LegalTerms.Book();

    private readonly Case _file = Case.Register(Guid.NewGuid(), Guid.NewGuid(), [], "GM0106", "a question", Now);

    [Theory]
    [InlineData("2026-01-15", "2026-02-15", "2026-04-15")]
    [InlineData("2026-01-31", "2026-02-28", "2026-04-30")]
    [InlineData("2025-12-31", "2026-01-31", "2026-03-31")]
    public void It_is_answered_within_a_month_and_within_three_when_it_is_extended(string received, string due, string extended)
    {
        var asked = Received(Day(received), Day(received));

        Assert.Equal(Day(due), asked.DueOn);
        asked.Extend(Terms, On(Day(due)));

        Assert.Equal((Day(extended), Day(due)), (asked.DueOn, asked.ExtendedOn));
    }

    [Fact]
    public void It_is_extended_once_while_the_first_term_runs_and_not_after_the_decision()
    {
        var late = Received(Now.Day, Now.Day);
        Broken(() => late.Extend(Terms, On(late.DueOn.AddDays(1))), SubjectRightsRules.TermPassed);
        late.Extend(Terms, On(late.DueOn));
        Broken(() => late.Extend(Terms, On(late.ReceivedOn)), SubjectRightsRules.Extended);

        var decided = Received(Now.Day, Now.Day);
        decided.Decide(new RectificationDecision(RectificationState.Withdrawn, "", "", ""), Now);
        Broken(() => decided.Extend(Terms, Now), SubjectRightsRules.Decided);
        Broken(() => decided.Decide(new RectificationDecision(RectificationState.Withdrawn, "", "", ""), Now), SubjectRightsRules.Decided);
    }

    [Fact]
    public void The_term_of_the_day_on_which_it_came_in_counts()
    {
        var changed = LegalTerms.Book(LegalTerms.Set(Term.RectificationMonths, 2, new DateOnly(2026, 2, 1)));

        Assert.Equal(new DateOnly(2026, 2, 28), Rectification.Receive(Guid.NewGuid(), _file.Id, 0, RectificationApplicant.Youth, new DateOnly(2026, 1, 28), changed, Now).DueOn);
        Assert.Equal(new DateOnly(2026, 4, 1), Rectification.Receive(Guid.NewGuid(), _file.Id, 0, RectificationApplicant.Youth, new DateOnly(2026, 2, 1), changed, Now).DueOn);
    }

    [Fact]
    public void A_request_that_is_still_to_come_or_about_what_the_file_lacks_is_refused()
    {
        Broken(() => Received(Now.Day.AddDays(1), Now.Day), RecordedFact.InTheFuture);
        Assert.Equal("entry_number", Broken(() => Ask(entry: 2), SubjectRightsRules.EntryUnknown).Field);
        Assert.Equal("CHILD_UNKNOWN", Assert.Throws<DomainException>(() => _file.RequestRectification(Received(Now.Day, Now.Day), Guid.NewGuid(), "why", Now)).Rule.Code);
        Assert.Equal(1, _file.Version);
    }

    [Theory]
    [InlineData("Corrected", "", "", "why", "correction")]
    [InlineData("StatementAttached", "", " ", "why", "statement")]
    [InlineData("StatementAttached", "", "words", "", "motivation")]
    [InlineData("Refused", "", "", " ", "motivation")]
    public void What_comes_of_it_has_its_words(string outcome, string correction, string statement, string motivation, string field)
    {
        var asked = Ask(entry: 1);

        var broken = Broken(() => _file.DecideRectification(asked, Decision(outcome, correction, statement, motivation), Now), SubjectRightsRules.Incomplete);

        Assert.Equal((field, RectificationState.Open), (broken.Field, asked.State));
    }

    [Fact]
    public void What_was_written_stays_and_what_comes_of_it_goes_wherever_that_goes()
    {
        var corrected = Ask(entry: 1);
        _file.DecideRectification(corrected, Decision("Corrected", "at home", "", ""), Now);
        var attached = Ask(entry: 1);
        _file.DecideRectification(attached, Decision("StatementAttached", "", "not so", "a judgement"), Now);
        _file.DecideRectification(Ask(entry: 1), Decision("Refused", "", "", "it is right"), Now);

        Assert.Equal("a question", ((QuestionAsked)_file.Written[0].Content).Question);
        Assert.Equal(
            "a question\nGecorrigeerd op 2 maart 2026: at home\nVerklaring van de jeugdige, toegevoegd op 2 maart 2026: not so",
            new CaseRectifications(_file.Written).Beside(1, "a question"));
        Assert.Equal("another", new CaseRectifications(_file.Written).Beside(2, "another"));
    }

    [Fact]
    public void Who_was_given_what_is_corrected_has_to_be_told()
    {
        WrittenEntry[] entries =
        [
            Entry(1, new AdviceGiven { Text = "an advice", Options = [], Dissent = "" }),
            Entry(2, Given(EscalationTarget.Jenn, DisclosurePart.Advice)),
            Entry(3, Given(EscalationTarget.PcNoord, DisclosurePart.Ages)),
        ];

        Assert.Equal([EscalationTarget.Jenn], new CaseRectifications(entries).GivenTo(1));
        Assert.Equal([EscalationTarget.Jenn, EscalationTarget.PcNoord], new CaseRectifications(entries).GivenTo(0));
        Assert.Empty(new CaseRectifications(entries).GivenTo(3));
    }

    private Rectification Received(DateOnly day, DateOnly today) =>
        Rectification.Receive(Guid.NewGuid(), _file.Id, entry: 1, RectificationApplicant.Youth, day, Terms, On(today));

    private Rectification Ask(long entry)
    {
        var asked = Rectification.Receive(Guid.NewGuid(), _file.Id, entry, RectificationApplicant.Youth, Now.Day, Terms, Now);
        _file.RequestRectification(asked, _file.SubjectPseudonym, "why", Now);
        return asked;
    }

    private static RectificationDecision Decision(string outcome, string correction, string statement, string motivation) =>
        new(Enum.Parse<RectificationState>(outcome), correction, statement, motivation);

    private static WrittenEntry Entry(long number, EntryContent content) => new(number, number, 1, content, "a chair", Now.At);

    private static Disclosed Given(EscalationTarget to, DisclosurePart part) => new()
    {
        DisclosureId = Guid.NewGuid(), Recipient = to, Ground = Regio.ExpertTable.Reads.LegalGround.Safety, Parts = [part], Package = new() { Children = [] },
    };

    private static Act On(DateOnly day) => Now with { At = new DateTimeOffset(day, new TimeOnly(9, 0), TimeSpan.Zero) };

    private static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static DomainException Broken(Action act, Rule rule)
    {
        var broken = Assert.Throws<DomainException>(act);
        Assert.Equal(rule.Code, broken.Rule.Code);
        return broken;
    }
}
