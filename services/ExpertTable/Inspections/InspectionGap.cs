using System.Globalization;
using Regio.ExpertTable.Cases;
using Regio.ExpertTable.Terms;
using Regio.ExpertTable.Texts;
using Regio.ServiceDefaults.Errors;
using Regio.ServiceDefaults.Facts;

namespace Regio.ExpertTable.Inspections;

/// <summary>
/// Something that an inspectorate found missing in the help of the region, with its plans, its proofs and what the
/// inspectorate said of them. It is about supply: no case and no person.
/// </summary>
internal sealed class InspectionGap
{
    private readonly List<GapPlan> _plans = [];
    private readonly List<GapProof> _proofs = [];
    private readonly List<GapJudgement> _judgements = [];

    private InspectionGap(Guid id, GapSubject subject, DateOnly reportedOn, string wanted, DateOnly planDueOn)
    {
        Id = id;
        Subject = subject;
        ReportedOn = reportedOn;
        Wanted = wanted;
        PlanDueOn = planDueOn;
        LastStepOn = reportedOn;
    }

    public Guid Id { get; }

    public GapSubject Subject { get; }

    /// <summary>The report and the place in it.</summary>
    public Source Source { get; private init; } = null!;

    public DateOnly ReportedOn { get; }

    public string Wanted { get; }

    /// <summary>Last day on which there is a plan in time.</summary>
    public DateOnly PlanDueOn { get; }

    public GapState State { get; private set; } = GapState.Open;

    /// <summary>Last day of the plan that holds; null: there is none.</summary>
    public DateOnly? DueOn { get; private set; }

    /// <summary>Day of the last step; the next one does not come before it.</summary>
    public DateOnly LastStepOn { get; private set; }

    public int ProofCount { get; private set; }

    public long Version { get; private set; } = 1;

    public IReadOnlyList<GapPlan> Plans => _plans;

    public IReadOnlyList<GapProof> Proofs => _proofs;

    public IReadOnlyList<GapJudgement> Judgements => _judgements;

    public static InspectionGap Record(Guid id, GapReport report, TermBook terms, Act act)
    {
        RecordedFact.RefuseFuture(report.ReportedOn, act.Day, "reported_date");
        NamelessTexts.Require([new("wanted", report.Wanted), new("source.title", report.Source.Title), new("source.place", report.Source.Place)]);
        var due = report.ReportedOn.AddMonths(terms.On(Term.GapPlanMonths, report.ReportedOn));
        return new(id, report.Subject, report.ReportedOn, report.Wanted, due) { Source = report.Source };
    }

    /// <summary>There is no plan by the day on which it was due, or the day of the plan passed before it was solved.</summary>
    public bool IsOverdue(DateOnly today) => State switch
    {
        GapState.Open => PlanDueOn < today,
        GapState.Planned or GapState.InProgress => DueOn < today,
        _ => false,
    };

    /// <summary>The plan, or the next version of it. One that comes late is recorded all the same.</summary>
    public void Plan(PlannedWork plan, Act act)
    {
        Require(GapState.Open, GapState.Planned, GapState.InProgress);
        RequireStep(plan.PlannedOn, act, "plan.planned_date");
        if (plan.DueOn < plan.PlannedOn)
            throw new DomainException(GapRules.DueTooEarly, "plan.due_date");
        NamelessTexts.Require([new("plan.text", plan.Text), new("plan.owner", plan.Owner)]);
        _plans.Add(new GapPlan
        {
            Number = _plans.Count + 1, PlannedOn = plan.PlannedOn, Text = plan.Text, Owner = plan.Owner, DueOn = plan.DueOn, RecordedBy = act.By, RecordedAt = act.At,
        });
        DueOn = plan.DueOn;
        Step(State == GapState.InProgress ? GapState.InProgress : GapState.Planned, plan.PlannedOn);
    }

    public void Start(DateOnly startedOn, Act act)
    {
        Require(GapState.Planned);
        RequireStep(startedOn, act, "start_date");
        Step(GapState.InProgress, startedOn);
    }

    public void AddProof(ProofDocument proof, Act act)
    {
        Require(GapState.Planned, GapState.InProgress, GapState.Solved);
        RecordedFact.RefuseFuture(proof.DocumentOn, act.Day, "proof.document_date");
        NamelessTexts.Require([new("proof.title", proof.Title)]);
        if (_proofs.Exists(known => known.Sha256 == proof.Sha256))
            throw new DomainException(GapRules.ProofPresent, "proof.sha256");
        _proofs.Add(new GapProof { Title = proof.Title, Sha256 = proof.Sha256, DocumentOn = proof.DocumentOn, RecordedBy = act.By, RecordedAt = act.At });
        ProofCount++;
        Version++;
    }

    public void Solve(DateOnly solvedOn, Act act)
    {
        Require(GapState.InProgress);
        RequireStep(solvedOn, act, "solved_date");
        if (ProofCount == 0)
            throw new DomainException(GapRules.ProofMissing);
        Step(GapState.Solved, solvedOn);
    }

    /// <summary>The inspectorate accepts it, whatever the region thinks of it.</summary>
    public void Accept(InspectorateWord word, Act act)
    {
        Require(GapState.Open, GapState.Planned, GapState.InProgress, GapState.Solved);
        Judge(word, GapState.Accepted, act);
    }

    /// <summary>The inspectorate does not accept what the region holds to be solved, or no longer: the work goes on.</summary>
    public void SendBack(InspectorateWord word, Act act)
    {
        Require(GapState.Solved, GapState.Accepted);
        Judge(word, DueOn is null ? GapState.Open : GapState.InProgress, act);
    }

    private void Judge(InspectorateWord word, GapState next, Act act)
    {
        RequireStep(word.JudgedOn, act, "judgement.judged_date");
        NamelessTexts.Require([new("judgement.explanation", word.Explanation)]);
        _judgements.Add(new GapJudgement
        {
            Number = _judgements.Count + 1, JudgedOn = word.JudgedOn, Accepted = word.Accepted, Explanation = word.Explanation, RecordedBy = act.By, RecordedAt = act.At,
        });
        Step(next, word.JudgedOn);
    }

    private void Step(GapState state, DateOnly day)
    {
        (State, LastStepOn) = (state, day);
        Version++;
    }

    private void RequireStep(DateOnly day, Act act, string field)
    {
        RecordedFact.RefuseFuture(day, act.Day, field);
        if (day < LastStepOn)
            throw new DomainException(GapRules.StepTooEarly, field, Values(("earliest", LastStepOn.ToString("O", CultureInfo.InvariantCulture))));
    }

    private void Require(params GapState[] allowed)
    {
        if (!allowed.Contains(State))
            throw new DomainException(GapRules.State, metadata: Values(("state", Codes.Of(State)), ("allowed", string.Join(", ", allowed.Select(Codes.Of)))));
    }

    private static Dictionary<string, string> Values(params (string Name, string Value)[] values) => values.ToDictionary(v => v.Name, v => v.Value);
}
