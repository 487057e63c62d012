using Regio.ExpertTable.Cases;
using Regio.ServiceDefaults.Errors;

namespace Regio.ExpertTable.Tests.Cases;

public sealed class CaseTests
{
    private static readonly Act Now = new("a guide", new DateTimeOffset(2026, 3, 2, 10, 0, 0, TimeSpan.Zero));

    private static readonly Dictionary<string, CaseState[]> Allowed = new()
    {
        [nameof(Case.Accept)] = [CaseState.Registered],
        [nameof(Case.ReturnTo)] = [CaseState.Registered],
        [nameof(Case.RecordAnalysis)] = [CaseState.Accepted, CaseState.Scheduled],
        [nameof(Case.Schedule)] = [CaseState.Accepted],
        [nameof(Case.GiveAdvice)] = [CaseState.Scheduled],
        [nameof(Case.Decide)] = [CaseState.Advised],
        [nameof(Case.RequestPurchase)] = [CaseState.Advised, CaseState.Decided],
    };

    public static TheoryData<string, string> Matrix() => new(
        from state in Enum.GetNames<CaseState>()
        from method in Allowed.Keys
        select (state, method));

    [Theory]
    [MemberData(nameof(Matrix))]
    public void A_method_works_in_its_states_and_changes_nothing_in_the_others(string stateName, string method)
    {
        var state = Enum.Parse<CaseState>(stateName);
        var file = In(state);
        var version = file.Version;

        if (Allowed[method].Contains(state))
        {
            Do(file, method);
            Assert.Equal(version + 1, file.Version);
            return;
        }

        var broken = Assert.Throws<DomainException>(() => Do(file, method));
        Assert.Equal("CASE_STATE", broken.Rule.Code);
        Assert.Equal(CaseEvents.Code(state), broken.Metadata["state"]);
        Assert.Equal((state, version), (file.State, file.Version));
    }

    [Fact]
    public void A_returned_case_names_receiver_and_next_step()
    {
        Assert.Equal("case_return.receiver", Broken(() => In(CaseState.Registered).ReturnTo(" ", "a step", Now), CaseRules.ReturnIncomplete).Field);
        Assert.Equal("case_return.next_step", Broken(() => In(CaseState.Registered).ReturnTo("a team", "", Now), CaseRules.ReturnIncomplete).Field);
    }

    [Fact]
    public void A_sitting_is_not_planned_in_the_past() =>
        Broken(() => In(CaseState.Accepted).Schedule(Now.Day.AddDays(-1), Now), CaseRules.SittingInPast);

    [Fact]
    public void The_day_of_a_sitting_is_that_of_Dutch_calendars()
    {
        var lateEvening = new Act("a chair", new DateTimeOffset(2026, 3, 1, 23, 30, 0, TimeSpan.Zero));

        Broken(() => In(CaseState.Accepted).Schedule(new DateOnly(2026, 3, 1), lateEvening), CaseRules.SittingInPast);
    }

    [Fact]
    public void Advice_needs_an_analysis()
    {
        var file = Case.Register(Guid.NewGuid(), Guid.NewGuid(), "GM0106", "a question", Now);
        file.Accept(Now);
        file.Schedule(Now.Day, Now);

        Broken(() => file.GiveAdvice("advice", "", Now), CaseRules.AnalysisMissing);
    }

    [Fact]
    public void Advice_is_given_from_the_day_of_the_sitting_on()
    {
        var file = In(CaseState.Accepted);
        file.RecordAnalysis("an analysis", Now);
        file.Schedule(Now.Day.AddDays(1), Now);

        Broken(() => file.GiveAdvice("advice", "", Now), CaseRules.SittingNotHeld);
        file.GiveAdvice("advice", "dissent", Now with { At = Now.At.AddDays(1) });
        Assert.Equal("dissent", file.Advice!.Dissent);
    }

    [Fact]
    public void Who_deviates_says_why_and_who_follows_need_not()
    {
        Assert.Equal("reason", Broken(() => In(CaseState.Advised).Decide(followsAdvice: false, "  ", Now), CaseRules.DeviationReasonMissing).Field);
        In(CaseState.Advised).Decide(followsAdvice: false, "no place before the summer", Now);
        In(CaseState.Advised).Decide(followsAdvice: true, "", Now);
    }

    [Fact]
    public void Analyses_are_versions_with_their_authors()
    {
        var file = In(CaseState.Accepted);
        file.RecordAnalysis("first", Now);
        file.RecordAnalysis("second", Now with { By = "another guide" });

        Assert.Equal([(1, "first", "a guide"), (2, "second", "another guide")], file.Analyses.Select(a => (a.Version, a.Text, a.Author)));
    }

    [Fact]
    public void An_older_decision_on_a_purchase_changes_nothing()
    {
        var file = In(CaseState.Decided);
        var purchase = file.RequestPurchase(Guid.NewGuid(), "45A05", Now);
        file.PurchaseDecided(purchase.Id, granted: true, "a place at Yorneo", version: 3);
        var version = file.Version;

        file.PurchaseDecided(purchase.Id, granted: false, "too late", version: 2);
        file.PurchaseDecided(purchase.Id, granted: false, "twice", version: 3);

        Assert.Equal((PurchaseState.Granted, "a place at Yorneo", version), (purchase.State, purchase.Reason, file.Version));
    }

    private static Case In(CaseState state)
    {
        var file = Case.Register(Guid.NewGuid(), Guid.NewGuid(), "GM0106", "a question", Now);
        if (state == CaseState.Returned)
            file.ReturnTo("a team", "a step", Now);
        if (state is CaseState.Registered or CaseState.Returned)
            return file;
        file.Accept(Now);
        if (state == CaseState.Accepted)
            return file;
        file.RecordAnalysis("an analysis", Now);
        file.Schedule(Now.Day, Now);
        if (state >= CaseState.Advised)
            file.GiveAdvice("advice", "", Now);
        if (state == CaseState.Decided)
            file.Decide(followsAdvice: true, "", Now);
        return file;
    }

    private static void Do(Case file, string method)
    {
        Action act = method switch
        {
            nameof(Case.Accept) => () => file.Accept(Now),
            nameof(Case.ReturnTo) => () => file.ReturnTo("a team", "a step", Now),
            nameof(Case.RecordAnalysis) => () => file.RecordAnalysis("an analysis", Now),
            nameof(Case.Schedule) => () => file.Schedule(Now.Day, Now),
            nameof(Case.GiveAdvice) => () => file.GiveAdvice("advice", "", Now),
            nameof(Case.Decide) => () => file.Decide(followsAdvice: true, "", Now),
            nameof(Case.RequestPurchase) => () => file.RequestPurchase(Guid.NewGuid(), "45A05", Now),
            _ => throw new ArgumentOutOfRangeException(nameof(method), method, message: null),
        };
        act();
    }

    private static DomainException Broken(Action act, Rule rule)
    {
        var broken = Assert.Throws<DomainException>(act);
        Assert.Equal(rule.Code, broken.Rule.Code);
        return broken;
    }
}
