using Regio.ServiceDefaults.Errors;

namespace Regio.ExpertTable.Cases;

/// <content>From the decision to the closing: execution, getting stuck, escalation, evaluation, and the ways back to the table.</content>
internal sealed partial class Case
{
    /// <summary>
    /// A certified institution deploys help at once (doorbraakaanpak). Its decision stands by itself: the municipality
    /// does not reconsider it, and neither advice nor a sitting comes before it.
    /// </summary>
    public void BreakThrough(string help, string institution, Act act)
    {
        Require(CaseState.Registered, CaseState.Accepted, CaseState.Scheduled);
        if (State == CaseState.Registered)
            TriageWaiver = Cases.TriageWaiver.Breakthrough;
        MoveTo(CaseState.InExecution, act);
        Write(new HelpDeployed { Help = help, Institution = institution }, act);
    }

    public void StartExecution(Act act)
    {
        Require(CaseState.Decided);
        MoveTo(CaseState.InExecution, act);
    }

    /// <summary>Nothing moves any more; the codes say why.</summary>
    public void ReportStuck(IReadOnlyList<BottleneckCode> bottlenecks, string reason, Act act)
    {
        Require(CaseState.InExecution);
        if (bottlenecks.Count == 0)
            throw new DomainException(CaseRules.BottleneckMissing, "bottlenecks");
        MoveTo(CaseState.Stuck, act);
        Write(new GotStuck { Reason = reason, Bottlenecks = bottlenecks }, act);
    }

    /// <summary>The execution goes on after all.</summary>
    public void Resume(string reason, Act act)
    {
        Require(CaseState.Stuck);
        MoveTo(CaseState.InExecution, act);
        Write(new Resumed { Reason = reason }, act);
    }

    /// <summary>Takes a case that is stuck to a wider table. PC Noord arranges a closed place, which takes a court order.</summary>
    public void Escalate(Escalation escalation, Act act)
    {
        Require(CaseState.Stuck);
        if (escalation is { Target: EscalationTarget.PcNoord, CourtOrder: null })
            throw new DomainException(CaseRules.CourtOrderMissing, "court_order");
        if (escalation.CourtOrder is { } order && order.Date > act.Day)
            throw new DomainException(CaseRules.CourtOrderInFuture, "court_order.date");
        MoveTo(CaseState.Escalated, act);
        Write(
            new TakenFurther { Target = escalation.Target, Question = escalation.Question, CourtOrderReference = escalation.CourtOrder?.Reference, CourtOrderDate = escalation.CourtOrder?.Date },
            act);
    }

    /// <summary>The way back: help was arranged and is carried out, or the case comes to the own table once more without triage.</summary>
    public void EndEscalation(bool toTable, string answer, Act act)
    {
        Require(CaseState.Escalated);
        if (toTable)
            StartRound(Cases.TriageWaiver.ReturnFromEscalation, act);
        else
            MoveTo(CaseState.InExecution, act);
        Write(new CameBack { Answer = answer }, act);
    }

    /// <summary>Brings a case that is stuck to the table again.</summary>
    public void BringBack(string reason, Act act)
    {
        Require(CaseState.Stuck);
        StartRound(Cases.TriageWaiver.Transfer, act);
        Write(new BroughtBack { Reason = reason }, act);
    }

    public void RecordOutcome(Outcome outcome, Act act)
    {
        Require(CaseState.InExecution);
        if (outcome.Result != OutcomeResult.Reached && outcome.Bottlenecks.Count == 0)
            throw new DomainException(CaseRules.BottleneckMissing, "bottlenecks");
        MoveTo(CaseState.InEvaluation, act);
        LastOutcome = outcome.Result;
        Write(new OutcomeRecorded { Result = outcome.Result, CareForm = outcome.CareForm, Bottlenecks = outcome.Bottlenecks, Remarks = outcome.Remarks }, act);
    }

    /// <summary>How it went and what is learned; still possible after closing, since families answer late.</summary>
    public void Evaluate(string text, Act act)
    {
        Require(CaseState.InEvaluation, CaseState.Closed);
        Version++;
        Evaluated = true;
        Write(new EvaluationRecorded { Text = text }, act);
    }

    public void Close(string reasonWithoutEvaluation, Act act)
    {
        Require(CaseState.InEvaluation);
        if (!Evaluated && string.IsNullOrWhiteSpace(reasonWithoutEvaluation))
            throw new DomainException(CaseRules.EvaluationMissing, "reason_without_evaluation");
        if (Lead is not null)
            EndLead(act);
        WaitingSince = null;
        MoveTo(CaseState.Closed, act);
        if (!Evaluated)
            Write(new ClosedUnevaluated { Reason = reasonWithoutEvaluation }, act);
    }

    public void Reopen(string reason, Act act)
    {
        Require(CaseState.Closed, CaseState.Returned);
        StartRound(Cases.TriageWaiver.Reopening, act);
        Write(new OpenedAgain { Reason = reason }, act);
    }

    /// <summary>Result of the latest round that had one.</summary>
    public OutcomeResult? LastOutcome { get; private set; }

    /// <summary>Whether this round was evaluated.</summary>
    public bool Evaluated { get; private set; }

    private void StartRound(TriageWaiver ground, Act act)
    {
        Round++;
        TriageWaiver = ground;
        (SittingId, SittingDate) = (null, null);
        Evaluated = false;
        MoveTo(CaseState.Accepted, act);
    }
}
