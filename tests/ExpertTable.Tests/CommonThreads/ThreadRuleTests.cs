using System.Globalization;
using Regio.ExpertTable.Cases;
using Regio.ExpertTable.CommonThreads;
using Regio.ExpertTable.Terms;
using Regio.ExpertTable.Tests.Terms;
using Regio.ExpertTable.Texts;
using Regio.ServiceDefaults.Errors;
using Regio.ServiceDefaults.Facts;

namespace Regio.ExpertTable.Tests.CommonThreads;

/// <summary>How the analysis of a half-year goes from draft to decision to check.</summary>
public sealed class ThreadRuleTests
{
    private static readonly DateOnly Decided = new(2026, 9, 3);
    private static readonly Act Now = On(new DateOnly(2027, 9, 3));
    private static readonly BottleneckCounts Counts = Counted([["waiting", "law"], ["waiting"], []], [["safety"]]);

    private static readonly Dictionary<string, ThreadAnalysisState[]> Allowed = new()
    {
        [nameof(ThreadAnalysis.DrawUp)] = [ThreadAnalysisState.Draft],
        [nameof(ThreadAnalysis.Establish)] = [ThreadAnalysisState.Draft],
        [nameof(ThreadAnalysis.Check)] = [ThreadAnalysisState.Established, ThreadAnalysisState.PartlySolved, ThreadAnalysisState.NotSolved],
    };

    public static TheoryData<string, string> Matrix() => new(
        from state in Enum.GetNames<ThreadAnalysisState>()
        from method in Allowed.Keys
        select (state, method));

    [Theory]
    [MemberData(nameof(Matrix))]
    public void A_method_works_in_its_states_and_changes_nothing_in_the_others(string stateName, string method)
    {
        var state = Enum.Parse<ThreadAnalysisState>(stateName);
        var analysis = In(state);
        var version = analysis.Version;

        if (Allowed[method].Contains(state))
        {
            Do(analysis, method);
            Assert.Equal(version + 1, analysis.Version);
            return;
        }

        var broken = Broken(() => Do(analysis, method), ThreadRules.State);
        Assert.Equal(Codes.Of(state), broken.Metadata["state"]);
        Assert.Equal((state, version), (analysis.State, analysis.Version));
    }

    [Fact]
    public void Each_outcome_counts_once_for_what_it_names_and_what_nobody_names_is_a_zero() => Assert.Equal(
        [
            new(BottleneckCode.NoSupply, 0, 0, 0), new(BottleneckCode.Waiting, 2, 0, 0), new(BottleneckCode.TariffOrContract, 0, 0, 0), new(BottleneckCode.Law, 1, 0, 0),
            new(BottleneckCode.Cooperation, 0, 0, 0), new(BottleneckCode.Safety, 0, 1, 0),
        ],
        Counted([["waiting", "law"], ["waiting", "waiting"], []], [["safety"]]).Each);

    [Fact]
    public void A_case_counts_once_for_what_it_got_stuck_on_and_not_again_for_what_its_outcome_names()
    {
        var (ended, stuck, other) = (Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid());

        var counts = BottleneckCounts.Of(
            [new(ended, ["waiting"]), new(ended, ["law"])],
            [["no_supply"]],
            [new(ended, ["waiting", "no_supply"]), new(stuck, ["waiting", "waiting"]), new(stuck, ["waiting", "safety"]), new(other, ["waiting"])]);

        Assert.Equal((2, 1, 3), (counts.Outcomes, counts.Consultations, counts.Stuck));
        Assert.Equal(
            [
                new(BottleneckCode.NoSupply, 0, 1, 1), new(BottleneckCode.Waiting, 1, 0, 2), new(BottleneckCode.TariffOrContract, 0, 0, 0), new(BottleneckCode.Law, 1, 0, 0),
                new(BottleneckCode.Cooperation, 0, 0, 0), new(BottleneckCode.Safety, 0, 0, 1),
            ],
            counts.Each);
    }

    [Fact]
    public void Drafts_are_versions_that_stay_with_their_counts()
    {
        var analysis = In(ThreadAnalysisState.Draft);
        analysis.DrawUp("another", Counted([["law"]], []), Now with { By = "another adviser" });

        Assert.Equal([(1, "a thread", 3, 1, "a chair"), (2, "another", 1, 0, "another adviser")], analysis.Drafts.Select(d => (d.Number, d.Text, d.Outcomes, d.Consultations, d.DrawnBy)));
    }

    [Theory]
    [InlineData("2026-06-30", "THREADS_HALF_YEAR_RUNNING")]
    [InlineData("2026-07-01", "")]
    public void A_half_year_that_runs_has_drafts_and_no_final_analysis(string today, string rule)
    {
        var analysis = Begun();
        var act = On(Day(today));
        analysis.DrawUp("a thread", Counts, act);

        var broken = Record.Exception(() => analysis.Establish(Decision(act.Day, act.Day), Counts, LegalTerms.Book(), act));

        Assert.Equal(rule, (broken as DomainException)?.Rule.Code ?? "");
    }

    [Fact]
    public void A_half_year_that_has_not_begun_has_no_draft() =>
        Assert.Equal("half_year", Broken(() => Begun().DrawUp("a thread", Counts, On(new DateOnly(2025, 12, 31))), ThreadRules.ToCome).Field);

    [Fact]
    public void Who_decides_has_seen_the_counts_that_stay()
    {
        var analysis = In(ThreadAnalysisState.Draft);
        var more = Counted([["waiting", "law"], ["waiting"], [], []], [["safety"]]);
        var other = Counted([["waiting", "law"], ["law"], []], [["safety"]]);

        foreach (var counted in new[] { more, other })
            Broken(() => analysis.Establish(Decision(Decided, Decided), counted, LegalTerms.Book(), Now), ThreadRules.CountsChanged);
        analysis.DrawUp("a thread", more, Now);
        analysis.Establish(Decision(Decided, Decided), more, LegalTerms.Book(), Now);

        Assert.Equal(4, analysis.Drafts[^1].Outcomes);
    }

    [Fact]
    public void A_decision_is_about_the_whole_half_year_and_its_measures_are_still_to_come()
    {
        var analysis = In(ThreadAnalysisState.Draft);

        Assert.Equal("decision.decided_date", Broken(() => Establish(new DateOnly(2026, 6, 30), Decided), ThreadRules.DecidedTooEarly).Field);
        Assert.Equal("decision.decided_date", Broken(() => Establish(Now.Day.AddDays(1), Now.Day.AddDays(1)), RecordedFact.InTheFuture).Field);
        Assert.Equal("decision.measures[0].due_date", Broken(() => Establish(Decided, Decided.AddDays(-1)), ThreadRules.MeasureDueTooEarly).Field);
        Assert.Equal((ThreadAnalysisState.Draft, 1), (analysis.State, analysis.Version));

        void Establish(DateOnly decided, DateOnly due) => analysis.Establish(Decision(decided, due), Counts, LegalTerms.Book(), Now);
    }

    [Fact]
    public void What_was_decided_is_checked_within_the_term_of_that_day()
    {
        var analysis = In(ThreadAnalysisState.Established);
        var shorter = Begun();
        shorter.DrawUp("a thread", Counts, Now);
        shorter.Establish(Decision(Decided, Decided), Counts, LegalTerms.Book(LegalTerms.Set(Term.ThreadCheckMonths, 6, Decided)), Now);

        Assert.Equal((new DateOnly(2027, 9, 3), new DateOnly(2027, 3, 3)), (analysis.CheckDueOn, shorter.CheckDueOn));
        Assert.Equal((false, true), (analysis.IsCheckOverdue(new DateOnly(2027, 9, 3)), analysis.IsCheckOverdue(new DateOnly(2027, 9, 4))));
        analysis.Check(new ThreadFinding(Decided, ThreadCheckOutcome.NotSolved, "nothing yet"), Now);
        Assert.False(analysis.IsCheckOverdue(new DateOnly(2028, 1, 1)));
    }

    [Fact]
    public void A_check_follows_on_the_decision_and_on_the_check_before_it()
    {
        var analysis = In(ThreadAnalysisState.Established);

        Broken(() => analysis.Check(new ThreadFinding(Decided.AddDays(-1), ThreadCheckOutcome.Solved, "why"), Now), ThreadRules.CheckTooEarly);
        Broken(() => analysis.Check(new ThreadFinding(Now.Day.AddDays(1), ThreadCheckOutcome.Solved, "why"), Now), RecordedFact.InTheFuture);
        analysis.Check(new ThreadFinding(Decided.AddDays(9), ThreadCheckOutcome.PartlySolved, "why"), Now);
        Assert.Equal("checked_date", Broken(() => analysis.Check(new ThreadFinding(Decided.AddDays(8), ThreadCheckOutcome.Solved, "why"), Now), ThreadRules.CheckTooEarly).Field);
        analysis.Check(new ThreadFinding(Decided.AddDays(9), ThreadCheckOutcome.Solved, "why"), Now);

        Assert.Equal((ThreadAnalysisState.Solved, 2), (analysis.State, analysis.Checks.Count));
    }

    [Fact]
    public void No_text_leads_to_somebody()
    {
        const string leak = "Bel 06-12345678.";
        var analysis = In(ThreadAnalysisState.Draft);
        var established = In(ThreadAnalysisState.Established);

        Assert.Equal("text", Broken(() => analysis.DrawUp(leak, Counts, Now), TextRules.TellsOfSomebody).Field);
        var decision = new ThreadDecision(Decided, "a board", [Measure(1, "do it", "a team"), Measure(2, leak, "a team")]);
        Assert.Equal("decision.measures[1].what", Broken(() => analysis.Establish(decision, Counts, LegalTerms.Book(), Now), TextRules.TellsOfSomebody).Field);
        Assert.Equal("explanation", Broken(() => established.Check(new ThreadFinding(Decided, ThreadCheckOutcome.Solved, leak), Now), TextRules.TellsOfSomebody).Field);
        Assert.Equal((1, 0, 0), (analysis.Drafts.Count, analysis.Measures.Count, established.Checks.Count));
    }

    [Theory]
    [InlineData("2026-H1", "2026-01-01", "2026-07-01")]
    [InlineData("2026-H2", "2026-07-01", "2027-01-01")]
    public void A_half_year_ends_where_the_next_begins(string code, string first, string end)
    {
        var half = HalfYear.Parse(code)!;

        Assert.Equal((Day(first), Day(end), code), (half.FirstDay, half.End, HalfYear.Of(half.End.AddDays(-1)).Code));
        Assert.Equal((true, true, false), (half.Holds(half.FirstDay), half.Holds(half.End.AddDays(-1)), half.Holds(half.End)));
    }

    [Theory]
    [InlineData("2026")]
    [InlineData("2026-H3")]
    [InlineData("0999-H1")]
    [InlineData("9999-H2")]
    [InlineData("2026-h1")]
    [InlineData(" 026-H1")]
    public void Anything_else_is_no_half_year(string code) => Assert.Null(HalfYear.Parse(code));

    private static ThreadAnalysis Begun() => ThreadAnalysis.Begin(Guid.NewGuid(), HalfYear.Parse("2026-H1")!);

    private static ThreadAnalysis In(ThreadAnalysisState state)
    {
        var analysis = Begun();
        analysis.DrawUp("a thread", Counts, Now);
        if (state == ThreadAnalysisState.Draft)
            return analysis;
        analysis.Establish(Decision(Decided, Decided), Counts, LegalTerms.Book(), Now);
        if (state != ThreadAnalysisState.Established)
            analysis.Check(new ThreadFinding(Decided, Enum.Parse<ThreadCheckOutcome>(state.ToString()), "why"), Now);
        return analysis;
    }

    private static void Do(ThreadAnalysis analysis, string method)
    {
        switch (method)
        {
            case nameof(ThreadAnalysis.DrawUp):
                analysis.DrawUp("a thread", Counts, Now);
                break;
            case nameof(ThreadAnalysis.Establish):
                analysis.Establish(Decision(Decided, Decided), Counts, LegalTerms.Book(), Now);
                break;
            case nameof(ThreadAnalysis.Check):
                analysis.Check(new ThreadFinding(Decided, ThreadCheckOutcome.Solved, "why"), Now);
                break;
            default:
                throw new InvalidOperationException(method);
        }
    }

    private static ThreadDecision Decision(DateOnly decided, DateOnly due) => new(decided, "a board", [Measure(1, "do it", "a team", due)]);

    private static ThreadMeasure Measure(int number, string what, string owner, DateOnly? due = null) =>
        new() { Number = number, What = what, Owner = owner, DueOn = due ?? Decided };

    private static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static Act On(DateOnly day) => new("a chair", new DateTimeOffset(day, new TimeOnly(9, 0), TimeSpan.Zero));

    private static DomainException Broken(Action act, Rule rule)
    {
        var broken = Assert.Throws<DomainException>(act);
        Assert.Equal(rule.Code, broken.Rule.Code);
        return broken;
    }

    /// <summary>Of cases that are not told apart, and of which none got stuck.</summary>
    private static BottleneckCounts Counted(IReadOnlyList<IReadOnlyList<string>> outcomes, IReadOnlyList<IReadOnlyList<string>> consultations) =>
        BottleneckCounts.Of([.. outcomes.Select(named => new CaseBottlenecks(Guid.NewGuid(), named))], consultations, []);
}
