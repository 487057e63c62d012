using System.Globalization;
using Regio.ExpertTable.Cases;
using Regio.ExpertTable.Terms;
using Regio.ExpertTable.Texts;
using Regio.ServiceDefaults.Errors;
using Regio.ServiceDefaults.Facts;

namespace Regio.ExpertTable.CommonThreads;

/// <summary>
/// The analysis of common threads (rode draden) of a half-year: drafts with their counts, of which the last one becomes final
/// with a decision, and the checks of what was decided. It holds counts and what people see in them; no case and no person.
/// </summary>
internal sealed class ThreadAnalysis
{
    private readonly List<ThreadDraft> _drafts = [];
    private readonly List<ThreadMeasure> _measures = [];
    private readonly List<ThreadCheck> _checks = [];

    private ThreadAnalysis(Guid id, DateOnly startsOn)
    {
        Id = id;
        StartsOn = startsOn;
    }

    public Guid Id { get; }

    /// <summary>First day of the half-year; there is one analysis of each.</summary>
    public DateOnly StartsOn { get; }

    public HalfYear HalfYear => HalfYear.Of(StartsOn);

    public ThreadAnalysisState State { get; private set; } = ThreadAnalysisState.Draft;

    /// <summary>Null: not decided.</summary>
    public DateOnly? DecidedOn { get; private set; }

    /// <summary>The body that decided.</summary>
    public string? DecidedBy { get; private set; }

    public string? EstablishedBy { get; private set; }

    public DateTimeOffset? EstablishedAt { get; private set; }

    /// <summary>Last day on which what was decided is checked in time.</summary>
    public DateOnly? CheckDueOn { get; private set; }

    /// <summary>Day of the last check; null: nobody checked.</summary>
    public DateOnly? CheckedOn { get; private set; }

    public long Version { get; private set; }

    public IReadOnlyList<ThreadDraft> Drafts => _drafts;

    public IReadOnlyList<ThreadMeasure> Measures => _measures;

    public IReadOnlyList<ThreadCheck> Checks => _checks;

    public static ThreadAnalysis Begin(Guid id, HalfYear halfYear) => new(id, halfYear.FirstDay);

    /// <summary>Nobody checked by the day on which that was due.</summary>
    public bool IsCheckOverdue(DateOnly today) => CheckedOn is null && CheckDueOn < today;

    /// <summary>The next draft, with the counts of this moment.</summary>
    public void DrawUp(string text, BottleneckCounts counts, Act act)
    {
        Require(ThreadAnalysisState.Draft);
        if (StartsOn > act.Day)
            throw new DomainException(ThreadRules.ToCome, "half_year");
        NamelessTexts.Require([new("text", text)]);
        _drafts.Add(new ThreadDraft
        {
            Number = _drafts.Count + 1,
            Text = text,
            Outcomes = counts.Outcomes,
            Consultations = counts.Consultations,
            Stuck = counts.Stuck,
            Counts = [.. counts.Each.Select(count => new DraftCount { Bottleneck = count.Bottleneck, Outcomes = count.Outcomes, Consultations = count.Consultations, Stuck = count.Stuck })],
            DrawnBy = act.By,
            DrawnAt = act.At,
        });
        Version++;
    }

    /// <summary>
    /// Makes the last draft final. Who decided must have seen the counts that stay: where they changed since, it is drawn up
    /// again first.
    /// </summary>
    public void Establish(ThreadDecision decision, BottleneckCounts counted, TermBook terms, Act act)
    {
        Require(ThreadAnalysisState.Draft);
        if (act.Day < HalfYear.End)
            throw new DomainException(ThreadRules.Running, metadata: Values(("end_date", Iso(HalfYear.End))));
        RecordedFact.RefuseFuture(decision.DecidedOn, act.Day, "decision.decided_date");
        if (decision.DecidedOn < HalfYear.End)
            throw new DomainException(ThreadRules.DecidedTooEarly, "decision.decided_date", Values(("end_date", Iso(HalfYear.End))));
        foreach (var measure in decision.Measures.Where(measure => measure.DueOn < decision.DecidedOn))
            throw new DomainException(ThreadRules.MeasureDueTooEarly, Field(measure, "due_date"));
        NamelessTexts.Require(
        [
            new("decision.decided_by", decision.DecidedBy),
            .. decision.Measures.SelectMany(measure => new WrittenText[] { new(Field(measure, "what"), measure.What), new(Field(measure, "owner"), measure.Owner) }),
        ]);
        if (!counted.AreOf(_drafts[^1]))
            throw new DomainException(ThreadRules.CountsChanged);
        _measures.AddRange(decision.Measures);
        (State, DecidedOn, DecidedBy, EstablishedBy, EstablishedAt) = (ThreadAnalysisState.Established, decision.DecidedOn, decision.DecidedBy, act.By, act.At);
        CheckDueOn = decision.DecidedOn.AddMonths(terms.On(Term.ThreadCheckMonths, decision.DecidedOn));
        Version++;
    }

    /// <summary>What came of the decision. A check that comes early or late is a fact all the same.</summary>
    public void Check(ThreadFinding finding, Act act)
    {
        Require(ThreadAnalysisState.Established, ThreadAnalysisState.PartlySolved, ThreadAnalysisState.NotSolved);
        RecordedFact.RefuseFuture(finding.CheckedOn, act.Day, "checked_date");
        var earliest = CheckedOn ?? DecidedOn!.Value;
        if (finding.CheckedOn < earliest)
            throw new DomainException(ThreadRules.CheckTooEarly, "checked_date", Values(("earliest", Iso(earliest))));
        NamelessTexts.Require([new("explanation", finding.Explanation)]);
        _checks.Add(new ThreadCheck
        {
            Number = _checks.Count + 1,
            CheckedOn = finding.CheckedOn,
            Outcome = finding.Outcome,
            Explanation = finding.Explanation,
            RecordedBy = act.By,
            RecordedAt = act.At,
        });
        (State, CheckedOn) = (Enum.Parse<ThreadAnalysisState>(finding.Outcome.ToString()), finding.CheckedOn);
        Version++;
    }

    private static string Field(ThreadMeasure measure, string name) =>
        string.Create(CultureInfo.InvariantCulture, $"decision.measures[{measure.Number - 1}].{name}");

    private void Require(params ThreadAnalysisState[] allowed)
    {
        if (!allowed.Contains(State))
            throw new DomainException(ThreadRules.State, metadata: Values(("state", Codes.Of(State)), ("allowed", string.Join(", ", allowed.Select(Codes.Of)))));
    }

    private static string Iso(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);

    private static Dictionary<string, string> Values(params (string Name, string Value)[] values) => values.ToDictionary(v => v.Name, v => v.Value);
}
