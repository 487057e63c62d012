using System.Reflection;
using Regio.ExpertTable.Cases;
using Regio.ExpertTable.Consents;
using Regio.ExpertTable.Deciders;
using Regio.ExpertTable.Disclosures;
using Regio.ExpertTable.Reads;
using Regio.ExpertTable.Retention;
using Regio.ExpertTable.Sittings;
using Regio.ExpertTable.SubjectRights;
using Regio.ExpertTable.Texts;
using Regio.ServiceDefaults.Errors;
using Regio.ServiceDefaults.Facts;
using Regio.ExpertTable.Tests.Terms;

namespace Regio.ExpertTable.Tests.Cases;

public sealed class CaseTests
{
    private static readonly Act Now = new("a guide", new DateTimeOffset(2026, 3, 2, 10, 0, 0, TimeSpan.Zero));

    private static readonly Outcome Reached = new(OutcomeResult.Reached, "45A05", [], "");

    private static readonly CaseState[] Open = [.. Enum.GetValues<CaseState>().Except([CaseState.Returned, CaseState.Closed])];

    private static readonly Dictionary<string, CaseState[]> Allowed = new()
    {
        [nameof(Case.Accept)] = [CaseState.Registered],
        [nameof(Case.ReturnTo)] = [CaseState.Registered],
        [nameof(Case.RecordAnalysis)] = [CaseState.Accepted, CaseState.Scheduled],
        [nameof(Case.WaiveTriage)] = [CaseState.Registered],
        [nameof(Case.Schedule)] = [CaseState.Accepted, CaseState.Scheduled],
        [nameof(Case.GiveAdvice)] = [CaseState.Scheduled],
        [nameof(Case.Decide)] = [CaseState.Advised],
        [nameof(Case.RequestPurchase)] = [CaseState.Advised, CaseState.Decided, CaseState.InExecution, CaseState.Stuck, CaseState.Escalated],
        [nameof(Case.BreakThrough)] = [CaseState.Registered, CaseState.Accepted, CaseState.Scheduled],
        [nameof(Case.StartExecution)] = [CaseState.Decided],
        [nameof(Case.ReportStuck)] = [CaseState.InExecution],
        [nameof(Case.Resume)] = [CaseState.Stuck],
        [nameof(Case.Escalate)] = [CaseState.Stuck],
        [nameof(Case.EndEscalation)] = [CaseState.Escalated],
        [nameof(Case.BringBack)] = [CaseState.Stuck],
        [nameof(Case.RecordOutcome)] = [CaseState.InExecution],
        [nameof(Case.Evaluate)] = [CaseState.InEvaluation, CaseState.Closed],
        [nameof(Case.Close)] = [CaseState.InEvaluation],
        [nameof(Case.Reopen)] = [CaseState.Closed, CaseState.Returned],
        [nameof(Case.AssignChair)] = Enum.GetValues<CaseState>(),
        [nameof(Case.ShareAnalysis)] = Open,
        [nameof(Case.AssignLead)] = Open,
        [nameof(Case.StopClock)] = Open,
        [nameof(Case.AssignGuide)] = Open,
        [nameof(Case.WaitForGuide)] = Open,
        [nameof(Case.BreakGlass)] = Enum.GetValues<CaseState>(),
        [nameof(Case.SetLegalHold)] = Enum.GetValues<CaseState>(),
        [nameof(Case.Destroy)] = [CaseState.Closed, CaseState.Returned],
        [nameof(Case.RecordParty)] = Open,
        [nameof(Case.RecordConsent)] = Enum.GetValues<CaseState>(),
        [nameof(Case.RecordGround)] = Open,
        [nameof(Case.AssignCareBroker)] = Open,
        [nameof(Case.RecordDecider)] = Open,
        [nameof(Case.HandOver)] = Open,
        [nameof(Case.RequestRectification)] = Enum.GetValues<CaseState>(),
        [nameof(Case.ExtendRectification)] = Enum.GetValues<CaseState>(),
        [nameof(Case.DecideRectification)] = Enum.GetValues<CaseState>(),
        [nameof(Case.TakeUp)] = Enum.GetValues<CaseState>(),
        [nameof(Case.OverrideTextCheck)] = Enum.GetValues<CaseState>(),
        [nameof(Case.LiftLegalHold)] = Enum.GetValues<CaseState>(),
        [nameof(Case.AgreeAction)] = Open,
        [nameof(Case.EndAction)] = Open,
        [nameof(Case.RecordReference)] = Open,
        [nameof(Case.EndGuide)] = Open,
        [nameof(Case.EndLead)] = Open,
        [nameof(Case.ResumeClock)] = Open,
        [nameof(Case.Disclose)] = [CaseState.Escalated],
    };

    // A case that is not open has neither a lead nor a clock that stands still, and is refused by that.
    private static readonly Dictionary<string, Rule> RefusedBy = new()
    {
        [nameof(Case.EndLead)] = CaseRules.LeadMissing,
        [nameof(Case.ResumeClock)] = CaseRules.ClockRuns,
    };

    [Fact]
    public void Everything_that_somebody_does_to_a_case_is_in_the_matrix() => Assert.Equal(
        typeof(Case).GetMethods(BindingFlags.Public | BindingFlags.Instance)
            .Where(method => method.GetParameters().Any(parameter => parameter.ParameterType == typeof(Act))).Select(method => method.Name).Order(StringComparer.Ordinal),
        Allowed.Keys.Order(StringComparer.Ordinal));

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
        Prepare(file, method);
        var version = file.Version;

        if (Allowed[method].Contains(state))
        {
            Do(file, method);
            Assert.Equal(version + 1, file.Version);
            return;
        }

        var broken = Assert.Throws<DomainException>(() => Do(file, method));
        var rule = RefusedBy.GetValueOrDefault(method, CaseRules.State);
        Assert.Equal(rule, broken.Rule);
        if (rule == CaseRules.State)
            Assert.Equal(Codes.Of(state), broken.Metadata["state"]);
        Assert.Equal((state, version), (file.State, file.Version));
    }

    [Fact]
    public void A_returned_case_names_receiver_and_next_step()
    {
        Assert.Equal("case_return.receiver", Broken(() => In(CaseState.Registered).ReturnTo(" ", "a step", Now), CaseRules.ReturnIncomplete).Field);
        Assert.Equal("case_return.next_step", Broken(() => In(CaseState.Registered).ReturnTo("a team", "", Now), CaseRules.ReturnIncomplete).Field);
    }

    [Fact]
    public void A_case_is_handed_over_to_another_municipality_that_is_responsible_by_now()
    {
        var file = In(CaseState.Advised);

        Assert.Equal("municipality_id", Broken(() => file.HandOver(Over("GM0106"), Now), DeciderRules.MunicipalitySame).Field);
        Assert.Equal("date", Broken(() => file.HandOver(Over("GM0114", day: 1), Now), RecordedFact.InTheFuture).Field);
        file.HandOver(Over("GM0114", day: -30), Now);

        Assert.Equal(("GM0114", CaseState.Advised), (file.MunicipalityId, file.State));
        Assert.Single(file.Written, entry => entry.Content is HandedOver { ToMunicipalityId: "GM0114" });
    }

    [Fact]
    public void A_sitting_is_not_planned_in_the_past() =>
        Broken(() => In(CaseState.Accepted).Schedule(On(Now.Day.AddDays(-1)), Now), CaseRules.SittingInPast);

    [Fact]
    public void The_day_of_a_sitting_is_that_of_Dutch_calendars()
    {
        var lateEvening = new Act("a chair", new DateTimeOffset(2026, 3, 1, 23, 30, 0, TimeSpan.Zero));

        Broken(() => In(CaseState.Accepted).Schedule(On(new DateOnly(2026, 3, 1)), lateEvening), CaseRules.SittingInPast);
    }

    [Fact]
    public void Advice_needs_an_analysis()
    {
        var file = Case.Register(Guid.NewGuid(), Guid.NewGuid(), [], "GM0106", "a question", Now);
        file.Accept(Now);
        file.Schedule(On(Now.Day), Now);

        Broken(() => file.GiveAdvice(new AdviceText("advice", ""), Now), CaseRules.AnalysisMissing);
    }

    [Fact]
    public void Advice_is_given_from_the_day_of_the_sitting_on()
    {
        var file = In(CaseState.Accepted);
        file.RecordAnalysis(new AnalysisText("an analysis"), Now);
        file.Schedule(On(Now.Day.AddDays(1)), Now);

        Broken(() => file.GiveAdvice(new AdviceText("advice", ""), Now), CaseRules.SittingNotHeld);
        file.GiveAdvice(new AdviceText("advice", "dissent"), Now with { At = Now.At.AddDays(1) });
        Assert.Equal("dissent", Assert.Single(file.Written.Select(e => e.Content).OfType<AdviceGiven>()).Dissent);
    }

    [Fact]
    public void Who_dissents_says_how_they_see_it_and_the_advice_names_its_sitting()
    {
        var file = In(CaseState.Scheduled);

        Broken(() => file.GiveAdvice(new AdviceText("advice", " ", dissenters: ["a member"]), Now), SittingRules.DissentMissing);
        file.GiveAdvice(new AdviceText("advice", "closer to home", dissenters: ["a member"]), Now);

        var advice = Assert.Single(file.Written.Select(e => e.Content).OfType<AdviceGiven>());
        Assert.Equal((file.SittingId, "a member"), (advice.SittingId, Assert.Single(advice.Dissenters)));
    }

    [Fact]
    public void Who_deviates_says_why_and_who_follows_need_not()
    {
        Assert.Equal("reason", Broken(() => In(CaseState.Advised).Decide(new DecisionText(followsAdvice: false, "  "), Now), CaseRules.DeviationReasonMissing).Field);
        In(CaseState.Advised).Decide(new DecisionText(followsAdvice: false, "no place before the summer"), Now);
        In(CaseState.Advised).Decide(new DecisionText(followsAdvice: true, ""), Now);
    }

    [Fact]
    public void Analyses_are_versions_with_their_authors()
    {
        var file = In(CaseState.Accepted);
        file.RecordAnalysis(new AnalysisText("first"), Now);
        file.RecordAnalysis(new AnalysisText("second"), Now with { By = "another guide" });

        Assert.Equal([(1, "first", "a guide"), (2, "second", "another guide")], file.Written.Where(e => e.Content is AnalysisRecorded).Select(e => (((AnalysisRecorded)e.Content).Number, ((AnalysisRecorded)e.Content).Text, e.By)));
    }

    [Fact]
    public void An_older_decision_on_a_purchase_changes_nothing()
    {
        var file = In(CaseState.Decided);
        var purchase = file.RequestPurchase(Guid.NewGuid(), "45A05", Now);
        var line = Guid.NewGuid();
        file.PurchaseDecided(purchase.Id, new PurchaseDecision(Granted: true, "a place at Yorneo", line, Version: 3));
        var version = file.Version;

        file.PurchaseDecided(purchase.Id, new PurchaseDecision(Granted: false, "too late", ContractLineId: null, Version: 2));
        file.PurchaseDecided(purchase.Id, new PurchaseDecision(Granted: false, "twice", ContractLineId: null, Version: 3));

        Assert.Equal((PurchaseState.Granted, "a place at Yorneo", line, version), (purchase.State, purchase.Reason, purchase.ContractLineId, file.Version));
    }

    private static Case In(CaseState state)
    {
        var file = Case.Register(Guid.NewGuid(), Guid.NewGuid(), [], "GM0106", "a question", Now);
        if (state == CaseState.Returned)
            file.ReturnTo("a team", "a step", Now);
        if (state is CaseState.Registered or CaseState.Returned)
            return file;
        file.Accept(Now);
        if (state == CaseState.Accepted)
            return file;
        file.RecordAnalysis(new AnalysisText("an analysis"), Now);
        file.Schedule(On(Now.Day), Now);
        if (state >= CaseState.Advised)
            file.GiveAdvice(new AdviceText("advice", ""), Now);
        if (state >= CaseState.Decided)
            file.Decide(new DecisionText(followsAdvice: true, ""), Now);
        if (state >= CaseState.InExecution)
            file.StartExecution(Now);
        if (state is CaseState.Stuck or CaseState.Escalated)
            file.ReportStuck([BottleneckCode.Waiting], "a reason", Now);
        if (state == CaseState.Escalated)
            file.Escalate(new Escalation(EscalationTarget.Jenn, "a question", courtOrder: null), Now);
        if (state is CaseState.InEvaluation or CaseState.Closed)
            file.RecordOutcome(Reached, Now);
        if (state == CaseState.Closed)
            file.Close("nobody answered", Now);
        return file;
    }

    /// <summary>What ends something takes place where that began, wherever it can begin.</summary>
    private static void Prepare(Case file, string method)
    {
        if (method == nameof(Case.LiftLegalHold))
            file.SetLegalHold("a complaint", Now);
        if (!Case.IsOpen(file.State))
            return;
        if (method == nameof(Case.EndGuide))
            file.AssignGuide(Guid.NewGuid(), "", Now);
        if (method == nameof(Case.EndLead))
            file.AssignLead("a lead", Now);
        if (method == nameof(Case.ResumeClock))
            file.StopClock(ClockStopReason.Court, Now);
    }

    private static void Do(Case file, string method)
    {
        Action act = method switch
        {
            nameof(Case.Accept) => () => file.Accept(Now),
            nameof(Case.ReturnTo) => () => file.ReturnTo("a team", "a step", Now),
            nameof(Case.RecordAnalysis) => () => file.RecordAnalysis(new AnalysisText("an analysis"), Now),
            nameof(Case.Schedule) => () => file.Schedule(On(Now.Day), Now),
            nameof(Case.GiveAdvice) => () => file.GiveAdvice(new AdviceText("advice", ""), Now),
            nameof(Case.Decide) => () => file.Decide(new DecisionText(followsAdvice: true, ""), Now),
            nameof(Case.WaiveTriage) => () => file.WaiveTriage(TriageWaiver.Crisis, Now),
            nameof(Case.BreakThrough) => () => file.BreakThrough("help", "an institution", Now),
            nameof(Case.StartExecution) => () => file.StartExecution(Now),
            nameof(Case.ReportStuck) => () => file.ReportStuck([BottleneckCode.Waiting], "a reason", Now),
            nameof(Case.Resume) => () => file.Resume("a reason", Now),
            nameof(Case.Escalate) => () => file.Escalate(new Escalation(EscalationTarget.Jenn, "a question", courtOrder: null), Now),
            nameof(Case.EndEscalation) => () => file.EndEscalation(toTable: true, "an answer", Now),
            nameof(Case.BringBack) => () => file.BringBack("a reason", Now),
            nameof(Case.RecordOutcome) => () => file.RecordOutcome(Reached, Now),
            nameof(Case.Evaluate) => () => file.Evaluate("a text", Now),
            nameof(Case.Close) => () => file.Close("nobody answered", Now),
            nameof(Case.Reopen) => () => file.Reopen("a reason", Now),
            nameof(Case.AssignChair) => () => file.AssignChair("a chair", Now),
            nameof(Case.ShareAnalysis) => () => file.ShareAnalysis(1, Now),
            nameof(Case.AssignLead) => () => file.AssignLead("a lead", Now),
            nameof(Case.StopClock) => () => file.StopClock(ClockStopReason.Court, Now),
            nameof(Case.AssignGuide) => () => file.AssignGuide(Guid.NewGuid(), "", Now),
            nameof(Case.RecordParty) => () => file.RecordParty(Guid.NewGuid(), file.SubjectPseudonym, ConsentPartyKind.Youth, "zelf", Now),
            nameof(Case.RecordConsent) => () => file.RecordConsent(Guid.NewGuid(), ConsentPurpose.Help, ConsentAnswer.Withdrawn, Now.Day, Now),
            nameof(Case.RecordGround) => () => file.RecordGround(ConsentPurpose.Help, LegalGround.Safety, "why", new Validity(Now.Day, until: null), Now),
            nameof(Case.BreakGlass) => () => file.BreakGlass("an emergency", Now),
            nameof(Case.SetLegalHold) => () => file.SetLegalHold("a complaint", Now),
            nameof(Case.Destroy) => () => file.Destroy(DestructionGround.Request, Now.At, isRectificationOpen: false, LegalTerms.Book(), Now),
            nameof(Case.WaitForGuide) => () => file.WaitForGuide(lastTurn: null, Now),
            nameof(Case.AssignCareBroker) => () => file.AssignCareBroker(Guid.NewGuid(), Now),
            nameof(Case.RequestPurchase) => () => file.RequestPurchase(Guid.NewGuid(), "45A05", Now),
            nameof(Case.RecordDecider) => () => file.RecordDecider(new DeciderRecorded { Kind = DeciderKind.Court, Authority = "a court", MunicipalityId = "" }, Now),
            nameof(Case.HandOver) => () => file.HandOver(Over("GM0114"), Now),
            nameof(Case.RequestRectification) => () => file.RequestRectification(Asked(file), file.SubjectPseudonym, "a request", Now),
            nameof(Case.ExtendRectification) => () => file.ExtendRectification(Asked(file), "a reason", LegalTerms.Book(), Now),
            nameof(Case.DecideRectification) => () => file.DecideRectification(Asked(file), new RectificationDecision(RectificationState.Corrected, "a correction", "", ""), Now),
            nameof(Case.TakeUp) => () => file.TakeUp(Now),
            nameof(Case.OverrideTextCheck) => () => file.OverrideTextCheck([FindingKind.Name], "a reason", Now),
            nameof(Case.LiftLegalHold) => () => file.LiftLegalHold("a reason", Now),
            nameof(Case.AgreeAction) => () => file.AgreeAction(Guid.NewGuid(), "an action", "an owner", Now.Day, Now),
            nameof(Case.EndAction) => () => file.EndAction(Guid.NewGuid(), isDropped: false, "", Now),
            nameof(Case.RecordReference) => () => file.RecordReference(ReferenceKind.Court, "a reference", Now.Day, Now),
            nameof(Case.EndGuide) => () => file.EndGuide("a reason", Now),
            nameof(Case.EndLead) => () => file.EndLead(Now),
            nameof(Case.ResumeClock) => () => file.ResumeClock(Now),
            nameof(Case.Disclose) => () => file.Disclose(
                new Disclosed { DisclosureId = Guid.NewGuid(), Recipient = EscalationTarget.Jenn, Ground = LegalGround.Safety, Parts = [DisclosurePart.Question], Package = new() { Children = [] } }, Now),
            _ => throw new ArgumentOutOfRangeException(nameof(method), method, message: null),
        };
        act();
    }

    private static HandedOver Over(string municipality, int day = 0) => new()
    {
        FromMunicipalityId = "GM0106", ToMunicipalityId = municipality, ResponsibleFrom = Now.Day.AddDays(day), Reason = "a reason",
    };

    private static Rectification Asked(Case file) =>
        Rectification.Receive(Guid.NewGuid(), file.Id, entry: 1, RectificationApplicant.Youth, Now.Day, LegalTerms.Book(), Now);

    private static SittingDay On(DateOnly day) => new(Guid.NewGuid(), day);

    private static DomainException Broken(Action act, Rule rule)
    {
        var broken = Assert.Throws<DomainException>(act);
        Assert.Equal(rule.Code, broken.Rule.Code);
        return broken;
    }
}
