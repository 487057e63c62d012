using System.Globalization;
using Regio.ExpertTable.Sittings;
using Regio.ServiceDefaults.Errors;

namespace Regio.ExpertTable.Cases;

/// <summary>
/// Children of one family for whom nothing fits, from registration to the closing of the case. Knows them by pseudonyms
/// only. What is written about them leaves as entries of the file, which are sealed; here stand the codes and days that
/// the rules need. The moves of the execution and the people around a case have files of their own.
/// </summary>
internal sealed partial class Case
{
    private static readonly CaseState[] s_open = [.. Enum.GetValues<CaseState>().Except([CaseState.Returned, CaseState.Closed])];

    private readonly List<Sibling> _siblings = [];
    private readonly List<Purchase> _purchases = [];
    private readonly List<Transition> _transitions = [];
    private readonly List<WrittenEntry> _written = [];

    private Case(Guid id, Guid subjectPseudonym, string municipalityId, string registeredBy, DateTimeOffset registeredAt)
    {
        Id = id;
        SubjectPseudonym = subjectPseudonym;
        MunicipalityId = municipalityId;
        RegisteredBy = registeredBy;
        RegisteredAt = registeredAt;
        StateSince = registeredAt;
    }

    public Guid Id { get; }

    /// <summary>Empty once the file is destroyed.</summary>
    public Guid SubjectPseudonym { get; private set; }

    /// <summary>The municipality that decides and pays (woonplaatsbeginsel).</summary>
    public string MunicipalityId { get; private set; }

    /// <summary>Subject of the one who brought it in.</summary>
    public string RegisteredBy { get; }

    public DateTimeOffset RegisteredAt { get; }

    public CaseState State { get; private set; } = CaseState.Registered;

    public DateTimeOffset StateSince { get; private set; }

    /// <summary>1 at first; a case that comes to the table again starts another round.</summary>
    public int Round { get; private set; } = 1;

    /// <summary>Ground on which triage was left out in this round; null: there was triage, or there will be.</summary>
    public TriageWaiver? TriageWaiver { get; private set; }

    /// <summary>Versions of the explanatory analysis, over all rounds.</summary>
    public int Analyses { get; private set; }

    public DateOnly? SittingDate { get; private set; }

    public Guid? SittingId { get; private set; }

    /// <summary>Not read with the case: who is invited to it decides in queries who sees the case.</summary>
    public Sitting? Sitting { get; private set; }

    public long Version { get; private set; } = 1;

    /// <summary>Other children of the same family in this case.</summary>
    public IReadOnlyList<Sibling> Siblings => DestroyedAt is null ? _siblings : [];

    /// <summary>All children of the case.</summary>
    public IEnumerable<Guid> Pseudonyms => Siblings.Select(s => s.Pseudonym).Prepend(SubjectPseudonym);

    public IReadOnlyList<Purchase> Purchases => _purchases;

    /// <summary>Those that this unit of work made: the earlier ones are not read with the case.</summary>
    public IReadOnlyList<Transition> Transitions => _transitions;

    /// <summary>
    /// How old the child was at the registration that this unit of work makes, as a class. It is told to be counted and kept
    /// nowhere in this service: the vault has the date, and what was told stays when the file is destroyed.
    /// </summary>
    public string? AgeClassTold { get; private set; }

    /// <summary>How many entries the file has.</summary>
    public long Entries { get; private set; }

    /// <summary>What this unit of work wrote into the file, not sealed yet.</summary>
    public IReadOnlyList<WrittenEntry> Written => _written;

    public static Case Register(Guid id, Guid subjectPseudonym, IEnumerable<Guid> siblings, string municipalityId, string question, Act act, string? ageClass = null)
    {
        var registered = new Case(id, subjectPseudonym, municipalityId, act.By, act.At) { AgeClassTold = ageClass };
        registered._siblings.AddRange(siblings.Where(s => s != subjectPseudonym).Distinct().Select(s => new Sibling(s)));
        registered._transitions.Add(new Transition(registered.Version, PreviousState: null, CaseState.Registered, registered.Round, TimeSpan.Zero, act.By, act.At));
        registered.Write(new QuestionAsked { Question = question }, act);
        return registered;
    }

    public void Accept(Act act)
    {
        Require(CaseState.Registered);
        MoveTo(CaseState.Accepted, act);
    }

    /// <summary>Leaves triage out; the ground stays with the round.</summary>
    public void WaiveTriage(TriageWaiver ground, Act act)
    {
        Require(CaseState.Registered);
        TriageWaiver = ground;
        MoveTo(CaseState.Accepted, act);
    }

    public void ReturnTo(string receiver, string nextStep, Act act)
    {
        Require(CaseState.Registered);
        if (string.IsNullOrWhiteSpace(receiver))
            throw new DomainException(CaseRules.ReturnIncomplete, "case_return.receiver");
        if (string.IsNullOrWhiteSpace(nextStep))
            throw new DomainException(CaseRules.ReturnIncomplete, "case_return.next_step");
        if (Lead is not null)
            EndLead(act);
        WaitingSince = null;
        MoveTo(CaseState.Returned, act);
        Write(new SentBack { Receiver = receiver, NextStep = nextStep }, act);
    }

    public void RecordAnalysis(AnalysisText text, Act act)
    {
        Require(CaseState.Accepted, CaseState.Scheduled);
        Version++;
        Analyses++;
        Write(new AnalysisRecorded { Number = Analyses, Text = text.Text, Sections = text.Sections }, act);
    }

    /// <summary>Puts the case on the agenda of a sitting, or moves it to another one.</summary>
    public void Schedule(SittingDay sitting, Act act)
    {
        Require(CaseState.Accepted, CaseState.Scheduled);
        if (sitting.Day < act.Day)
            throw new DomainException(CaseRules.SittingInPast, "sitting_date");
        (SittingId, SittingDate) = (sitting.Id, sitting.Day);
        if (State == CaseState.Scheduled)
            Version++;
        else
            MoveTo(CaseState.Scheduled, act);
    }

    public void GiveAdvice(AdviceText advice, Act act)
    {
        Require(CaseState.Scheduled);
        if (Analyses == 0)
            throw new DomainException(CaseRules.AnalysisMissing);
        if (advice.Dissenters.Count > 0 && string.IsNullOrWhiteSpace(advice.Dissent))
            throw new DomainException(SittingRules.DissentMissing, "dissent");
        if (SittingDate > act.Day)
            throw new DomainException(CaseRules.SittingNotHeld, metadata: Values(("sitting_date", Iso(SittingDate.Value))));
        MoveTo(CaseState.Advised, act);
        Write(new AdviceGiven { Text = advice.Text, Options = advice.Options, Dissent = advice.Dissent, SittingId = SittingId, Dissenters = advice.Dissenters }, act);
    }

    public void Decide(DecisionText decision, Act act)
    {
        Require(CaseState.Advised);
        if (!decision.FollowsAdvice && string.IsNullOrWhiteSpace(decision.Reason))
            throw new DomainException(CaseRules.DeviationReasonMissing, "reason");
        MoveTo(CaseState.Decided, act);
        Write(new Decided { FollowsAdvice = decision.FollowsAdvice, Reason = decision.Reason, Decider = decision.Decider }, act);
    }

    public Purchase RequestPurchase(Guid purchaseId, string productId, Act act)
    {
        Require(CaseState.Advised, CaseState.Decided, CaseState.InExecution, CaseState.Stuck, CaseState.Escalated);
        var purchase = new Purchase(purchaseId, productId, act.By, act.At);
        _purchases.Add(purchase);
        Version++;
        return purchase;
    }

    /// <summary>Takes over what Procurement decided, in any state; an older decision than the one known changes nothing.</summary>
    public void PurchaseDecided(Guid purchaseId, PurchaseDecision decision)
    {
        if (_purchases.Single(purchase => purchase.Id == purchaseId).Decide(decision))
            Version++;
    }

    private void Require(params CaseState[] allowed)
    {
        if (!allowed.Contains(State))
            throw new DomainException(CaseRules.State, metadata: Values(("state", Codes.Of(State)), ("allowed", string.Join(", ", allowed.Select(a => Codes.Of(a))))));
    }

    private void MoveTo(CaseState state, Act act)
    {
        var stopped = EndClockStop(act);
        Version++;
        _transitions.Add(new Transition(Version, State, state, Round, stopped, act.By, act.At));
        State = state;
        StateSince = act.At;
    }

    private void Write(EntryContent content, Act act) => _written.Add(new WrittenEntry(++Entries, Version, Round, content, act.By, act.At));

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static Dictionary<string, string> Values(params (string Name, string Value)[] values) => values.ToDictionary(v => v.Name, v => v.Value);
}
