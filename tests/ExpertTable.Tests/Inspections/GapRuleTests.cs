using System.Globalization;
using Regio.ExpertTable.Cases;
using Regio.ExpertTable.Inspections;
using Regio.ExpertTable.Terms;
using Regio.ExpertTable.Tests.Terms;
using Regio.ExpertTable.Texts;
using Regio.ServiceDefaults.Errors;
using Regio.ServiceDefaults.Facts;

namespace Regio.ExpertTable.Tests.Inspections;

/// <summary>What the region does about what an inspectorate found missing.</summary>
public sealed class GapRuleTests
{
    private static readonly DateOnly Reported = new(2021, 7, 15);
    private static readonly DateOnly Due = new(2022, 3, 1);
    private static readonly Act Now = new("a manager", new DateTimeOffset(2022, 6, 1, 9, 0, 0, TimeSpan.Zero));

    private static readonly Dictionary<string, GapState[]> Allowed = new()
    {
        [nameof(InspectionGap.Plan)] = [GapState.Open, GapState.Planned, GapState.InProgress],
        [nameof(InspectionGap.Start)] = [GapState.Planned],
        [nameof(InspectionGap.AddProof)] = [GapState.Planned, GapState.InProgress, GapState.Solved],
        [nameof(InspectionGap.Solve)] = [GapState.InProgress],
        [nameof(InspectionGap.Accept)] = [GapState.Open, GapState.Planned, GapState.InProgress, GapState.Solved],
        [nameof(InspectionGap.SendBack)] = [GapState.Solved, GapState.Accepted],
    };

    public static TheoryData<string, string> Matrix() => new(
        from state in Enum.GetNames<GapState>()
        from method in Allowed.Keys
        select (state, method));

    [Theory]
    [MemberData(nameof(Matrix))]
    public void A_method_works_in_its_states_and_changes_nothing_in_the_others(string stateName, string method)
    {
        var state = Enum.Parse<GapState>(stateName);
        var gap = In(state);
        var version = gap.Version;

        if (Allowed[method].Contains(state))
        {
            Do(gap, method);
            Assert.Equal(version + 1, gap.Version);
            return;
        }

        var broken = Broken(() => Do(gap, method), GapRules.State);
        Assert.Equal(Codes.Of(state), broken.Metadata["state"]);
        Assert.Equal((state, version), (gap.State, gap.Version));
    }

    [Theory]
    [InlineData("2021-07-15", "2021-10-15")]
    [InlineData("2021-11-30", "2022-02-28")]
    public void There_is_a_plan_within_three_months(string reported, string due)
    {
        var gap = InspectionGap.Record(Guid.NewGuid(), Report(Day(reported)), LegalTerms.Book(), Now);
        var changed = InspectionGap.Record(Guid.NewGuid(), Report(Day(reported)), LegalTerms.Book(LegalTerms.Set(Term.GapPlanMonths, 6, Day(reported))), Now);

        Assert.Equal((Day(due), Day(reported).AddMonths(6)), (gap.PlanDueOn, changed.PlanDueOn));
        Assert.Equal((false, true), (gap.IsOverdue(Day(due)), gap.IsOverdue(Day(due).AddDays(1))));
    }

    [Theory]
    [InlineData("Planned", true)]
    [InlineData("InProgress", true)]
    [InlineData("Solved", false)]
    [InlineData("Accepted", false)]
    public void A_plan_is_overdue_after_its_day_until_it_is_solved(string state, bool overdue)
    {
        var gap = In(Enum.Parse<GapState>(state));

        Assert.Equal((false, overdue), (gap.IsOverdue(Due), gap.IsOverdue(Due.AddDays(1))));
    }

    [Fact]
    public void A_plan_that_changes_is_another_version_and_its_day_counts()
    {
        var gap = In(GapState.InProgress);

        gap.Plan(new PlannedWork(Now.Day, "another", "another team", Due.AddMonths(6)), Now);

        Assert.Equal([(1, "a plan", Due), (2, "another", Due.AddMonths(6))], gap.Plans.Select(p => (p.Number, p.Text, p.DueOn)));
        Assert.Equal((GapState.InProgress, false), (gap.State, gap.IsOverdue(Due.AddDays(1))));
    }

    [Fact]
    public void A_step_follows_on_the_one_before_it_and_has_happened()
    {
        Assert.Equal("plan.planned_date", Broken(() => In(GapState.Open).Plan(Work(Reported.AddDays(-1)), Now), GapRules.StepTooEarly).Field);
        Assert.Equal("start_date", Broken(() => In(GapState.Planned).Start(Reported.AddDays(-1), Now), GapRules.StepTooEarly).Field);
        Assert.Equal("solved_date", Broken(() => In(GapState.InProgress).Solve(Now.Day.AddDays(1), Now), RecordedFact.InTheFuture).Field);
        Assert.Equal("judgement.judged_date", Broken(() => In(GapState.Solved).Accept(Word(true) with { JudgedOn = Reported.AddDays(-1) }, Now), GapRules.StepTooEarly).Field);
        Assert.Equal("reported_date", Broken(() => InspectionGap.Record(Guid.NewGuid(), Report(Now.Day.AddDays(1)), LegalTerms.Book(), Now), RecordedFact.InTheFuture).Field);
        Assert.Equal("plan.due_date", Broken(() => In(GapState.Open).Plan(new PlannedWork(Due, "a plan", "a team", Due.AddDays(-1)), Now), GapRules.DueTooEarly).Field);
    }

    [Fact]
    public void What_is_solved_is_proven_and_a_document_proves_it_once()
    {
        var gap = In(GapState.Planned);
        gap.Start(Reported, Now);

        Broken(() => gap.Solve(Reported, Now), GapRules.ProofMissing);
        gap.AddProof(Proof(), Now);
        Assert.Equal("proof.sha256", Broken(() => gap.AddProof(Proof(), Now), GapRules.ProofPresent).Field);
        Assert.Equal("proof.document_date", Broken(() => gap.AddProof(Proof('b') with { DocumentOn = Now.Day.AddDays(1) }, Now), RecordedFact.InTheFuture).Field);
        gap.Solve(Reported, Now);

        Assert.Equal((GapState.Solved, 1), (gap.State, gap.ProofCount));
    }

    [Fact]
    public void What_the_inspectorate_does_not_accept_goes_on_where_it_was()
    {
        var solved = In(GapState.Solved);
        var unplanned = In(GapState.Open);
        unplanned.Accept(Word(true), Now);

        solved.SendBack(Word(false), Now);
        unplanned.SendBack(Word(false), Now);

        Assert.Equal((GapState.InProgress, GapState.Open), (solved.State, unplanned.State));
        Assert.Equal([true, false], unplanned.Judgements.Select(j => j.Accepted));
    }

    [Fact]
    public void No_text_leads_to_somebody()
    {
        const string leak = "Mail naar sanne@example.org.";
        var open = In(GapState.Open);

        Assert.Equal("wanted", Broken(() => InspectionGap.Record(Guid.NewGuid(), Report(Reported) with { Wanted = leak }, LegalTerms.Book(), Now), TextRules.TellsOfSomebody).Field);
        Assert.Equal("plan.text", Broken(() => open.Plan(Work(Reported) with { Text = leak }, Now), TextRules.TellsOfSomebody).Field);
        Assert.Equal("plan.owner", Broken(() => open.Plan(Work(Reported) with { Owner = leak }, Now), TextRules.TellsOfSomebody).Field);
        Assert.Equal("proof.title", Broken(() => In(GapState.Planned).AddProof(Proof() with { Title = leak }, Now), TextRules.TellsOfSomebody).Field);
        Assert.Equal("judgement.explanation", Broken(() => open.Accept(Word(true) with { Explanation = leak }, Now), TextRules.TellsOfSomebody).Field);
        Assert.Equal((GapState.Open, 1), (open.State, open.Version));
    }

    private static InspectionGap In(GapState state)
    {
        var gap = InspectionGap.Record(Guid.NewGuid(), Report(Reported), LegalTerms.Book(), Now);
        if (state >= GapState.Planned)
            gap.Plan(Work(Reported), Now);
        if (state >= GapState.InProgress)
        {
            gap.Start(Reported, Now);
            gap.AddProof(Proof(), Now);
        }

        if (state >= GapState.Solved)
            gap.Solve(Reported, Now);
        if (state == GapState.Accepted)
            gap.Accept(Word(true), Now);
        return gap;
    }

    private static void Do(InspectionGap gap, string method)
    {
        switch (method)
        {
            case nameof(InspectionGap.Plan):
                gap.Plan(Work(Now.Day), Now);
                break;
            case nameof(InspectionGap.Start):
                gap.Start(Now.Day, Now);
                break;
            case nameof(InspectionGap.AddProof):
                gap.AddProof(Proof('c'), Now);
                break;
            case nameof(InspectionGap.Solve):
                gap.Solve(Now.Day, Now);
                break;
            case nameof(InspectionGap.Accept):
                gap.Accept(Word(true), Now);
                break;
            case nameof(InspectionGap.SendBack):
                gap.SendBack(Word(false), Now);
                break;
            default:
                throw new InvalidOperationException(method);
        }
    }

    private static GapReport Report(DateOnly day) => new(GapSubject.OutOfHome, new Source("a report", "page 3"), day, "a plan");

    private static PlannedWork Work(DateOnly day) => new(day, "a plan", "a team", day > Due ? day : Due);

    private static ProofDocument Proof(char digit = 'a') => new("a contract", new string(digit, 64), Reported);

    private static InspectorateWord Word(bool accepted) => new(Now.Day, accepted, "as seen");

    private static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static DomainException Broken(Action act, Rule rule)
    {
        var broken = Assert.Throws<DomainException>(act);
        Assert.Equal(rule.Code, broken.Rule.Code);
        return broken;
    }
}
