using System.Globalization;
using Regio.ServiceDefaults.Errors;

namespace Regio.ExpertTable.Cases;

/// <summary>A child for whom nothing fits, from registration to decision. Knows the child by a pseudonym only.</summary>
internal sealed class Case
{
    private readonly List<Analysis> _analyses = [];
    private readonly List<Purchase> _purchases = [];
    private readonly List<Transition> _transitions = [];

    private Case(Guid id, Guid subjectPseudonym, string municipalityId, string question, DateTimeOffset registeredAt)
    {
        Id = id;
        SubjectPseudonym = subjectPseudonym;
        MunicipalityId = municipalityId;
        Question = question;
        RegisteredAt = registeredAt;
    }

    public Guid Id { get; }

    public Guid SubjectPseudonym { get; }

    /// <summary>The municipality that decides and pays (woonplaatsbeginsel).</summary>
    public string MunicipalityId { get; }

    public string Question { get; }

    public DateTimeOffset RegisteredAt { get; }

    public CaseState State { get; private set; } = CaseState.Registered;

    public DateOnly? SittingDate { get; private set; }

    public Advice? Advice { get; private set; }

    public Decision? Decision { get; private set; }

    public CaseReturn? Return { get; private set; }

    public long Version { get; private set; } = 1;

    public IReadOnlyList<Analysis> Analyses => _analyses;

    public IReadOnlyList<Purchase> Purchases => _purchases;

    /// <summary>Those that this unit of work made: the earlier ones are not read with the case.</summary>
    public IReadOnlyList<Transition> Transitions => _transitions;

    public static Case Register(Guid id, Guid subjectPseudonym, string municipalityId, string question, Act act)
    {
        var registered = new Case(id, subjectPseudonym, municipalityId, question, act.At);
        registered._transitions.Add(new Transition(registered.Version, PreviousState: null, CaseState.Registered, act.By, act.At));
        return registered;
    }

    public void Accept(Act act)
    {
        Require(CaseState.Registered);
        MoveTo(CaseState.Accepted, act);
    }

    public void ReturnTo(string receiver, string nextStep, Act act)
    {
        Require(CaseState.Registered);
        if (string.IsNullOrWhiteSpace(receiver))
            throw new DomainException(CaseRules.ReturnIncomplete, "case_return.receiver");
        if (string.IsNullOrWhiteSpace(nextStep))
            throw new DomainException(CaseRules.ReturnIncomplete, "case_return.next_step");
        Return = new CaseReturn(receiver, nextStep);
        MoveTo(CaseState.Returned, act);
    }

    public void RecordAnalysis(string text, Act act)
    {
        Require(CaseState.Accepted, CaseState.Scheduled);
        _analyses.Add(new Analysis(_analyses.Count + 1, text, act.By, act.At));
        Version++;
    }

    public void Schedule(DateOnly sittingDate, Act act)
    {
        Require(CaseState.Accepted);
        if (sittingDate < act.Day)
            throw new DomainException(CaseRules.SittingInPast, "sitting_date");
        SittingDate = sittingDate;
        MoveTo(CaseState.Scheduled, act);
    }

    public void GiveAdvice(string text, string dissent, Act act)
    {
        Require(CaseState.Scheduled);
        if (_analyses.Count == 0)
            throw new DomainException(CaseRules.AnalysisMissing);
        if (SittingDate > act.Day)
            throw new DomainException(CaseRules.SittingNotHeld, metadata: Values(("sitting_date", Written(SittingDate.Value))));
        Advice = new Advice(text, dissent, act.By, act.At);
        MoveTo(CaseState.Advised, act);
    }

    public void Decide(bool followsAdvice, string reason, Act act)
    {
        Require(CaseState.Advised);
        if (!followsAdvice && string.IsNullOrWhiteSpace(reason))
            throw new DomainException(CaseRules.DeviationReasonMissing, "reason");
        Decision = new Decision(followsAdvice, reason, act.By, act.At);
        MoveTo(CaseState.Decided, act);
    }

    public Purchase RequestPurchase(Guid purchaseId, string productId, Act act)
    {
        Require(CaseState.Advised, CaseState.Decided);
        var purchase = new Purchase(purchaseId, productId, act.By, act.At);
        _purchases.Add(purchase);
        Version++;
        return purchase;
    }

    /// <summary>Takes over what Procurement decided, in any state; an older decision than the one known changes nothing.</summary>
    public void PurchaseDecided(Guid purchaseId, bool granted, string reason, long version)
    {
        if (_purchases.Single(purchase => purchase.Id == purchaseId).Decide(granted, reason, version))
            Version++;
    }

    private void Require(params CaseState[] allowed)
    {
        if (!allowed.Contains(State))
            throw new DomainException(CaseRules.State, metadata: Values(("state", CaseEvents.Code(State)), ("allowed", string.Join(", ", allowed.Select(CaseEvents.Code)))));
    }

    private void MoveTo(CaseState state, Act act)
    {
        Version++;
        _transitions.Add(new Transition(Version, State, state, act.By, act.At));
        State = state;
    }

    private static string Written(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static Dictionary<string, string> Values(params (string Name, string Value)[] values) => values.ToDictionary(v => v.Name, v => v.Value);
}
