using System.Globalization;
using Regio.Municipalities.Register;
using Regio.Municipalities.Requests;
using Regio.ServiceDefaults.Errors;
using Regio.ServiceDefaults.Facts;

namespace Regio.Municipalities.Planning;

/// <summary>A plan (planning) of a region: milestones, what was said of their dates, and baselines.</summary>
internal sealed class Plan
{
    public const int MostMilestones = 200;
    public const int MostBaselines = 50;

    private readonly List<Milestone> _milestones = [];
    private readonly List<Baseline> _baselines = [];

    private Plan(Guid id) => Id = id;

    public Guid Id { get; }

    public string RegionId { get; private init; } = "";

    public string Title { get; private init; } = "";

    public long Version { get; private set; } = 1;

    public IReadOnlyList<Milestone> Milestones => _milestones;

    public IReadOnlyList<Baseline> Baselines => _baselines;

    public static Plan Create(Guid id, string regionId, string title) => new(id) { RegionId = regionId, Title = title };

    public Milestone AddMilestone(MilestoneFacts facts, MilestoneDate first)
    {
        if (_milestones.Count >= MostMilestones)
            throw PlanningRules.TooMany(MostMilestones, "milestone");
        if (_milestones.Exists(m => m.Code == facts.Code))
            throw new DomainException(PlanningRules.CodeTaken, "milestone.code");
        for (var i = 0; i < facts.DependsOn.Count; i++)
            Milestone(facts.DependsOn[i], string.Create(CultureInfo.InvariantCulture, $"milestone.depends_on[{i}]"));
        var milestone = new Milestone
        {
            Number = _milestones.Count + 1,
            Code = facts.Code,
            Title = facts.Title,
            DependsOn = [.. facts.DependsOn],
            GateRoundId = facts.GateRoundId,
            LawCode = facts.Law?.LawCode,
            LawStatus = facts.Law?.Status,
            MonthsAfterLaw = facts.Law?.MonthsAfter,
        };
        milestone.Add(first);
        _milestones.Add(milestone);
        Version++;
        return milestone;
    }

    /// <summary>Records what is said of a date, what is followed from now on, or that it was reached.</summary>
    public Milestone Record(string code, MilestoneDate date, DateOnly today)
    {
        var milestone = Milestone(code, "milestone_code");
        if (date.Kind != MilestoneDateKind.Claim && milestone.IsReached)
            throw new DomainException(PlanningRules.Reached, "milestone_code");
        if (date.Kind == MilestoneDateKind.Reached)
            RequireHappened(date.Date, today);
        if (date.Kind == MilestoneDateKind.Forecast && date.Reason.Length == 0)
            throw new DomainException(PlanningRules.ReasonMissing, "date.reason");
        milestone.Add(date);
        Version++;
        return milestone;
    }

    /// <summary>Moves what hangs on a step of a law and was not reached; a date that stays the same is left alone.</summary>
    /// <returns>What moved.</returns>
    public IReadOnlyList<Milestone> Follow(Laws.Law law, Laws.LawDate step, Moment moment)
    {
        var moved = _milestones
            .Where(m => m.LawCode == law.Code && m.LawStatus == step.Status && !m.IsReached && m.Followed != step.Date.AddMonths(m.MonthsAfterLaw!.Value))
            .ToList();
        foreach (var milestone in moved)
            milestone.Add(OfLaw(law, step, milestone.MonthsAfterLaw!.Value, moment));
        if (moved.Count > 0)
            Version++;
        return moved;
    }

    /// <summary>The date that follows from a step of a law.</summary>
    public static MilestoneDate OfLaw(Laws.Law law, Laws.LawDate step, int monthsAfter, Moment moment) => new()
    {
        Number = 0,
        Kind = MilestoneDateKind.Forecast,
        Date = step.Date.AddMonths(monthsAfter),
        Source = step.Source,
        Reason = $"Volgt uit {law.Title}.",
        LawCode = law.Code,
        RecordedAt = moment.Now,
        RecordedBy = moment.By,
    };

    public Baseline SetBaseline(string title, Source source, Moment moment)
    {
        if (_milestones.Count == 0)
            throw new DomainException(PlanningRules.WithoutMilestones, "plan_id");
        if (_baselines.Count >= MostBaselines)
            throw PlanningRules.TooMany(MostBaselines, "baseline");
        var frame = new Baseline { Number = _baselines.Count + 1, Title = title, Source = source, SetAt = moment.Now, SetBy = moment.By };
        _baselines.Add(Baseline.Of(frame, _milestones));
        Version++;
        return frame;
    }

    private static void RequireHappened(VagueDate date, DateOnly today)
    {
        if (date.Precision != DatePrecision.Day)
            throw new DomainException(PlanningRules.ReachedVaguely, "date.date.precision");
        RecordedFact.RefuseFuture(date.Day!.Value, today, "date.date.date");
    }

    private Milestone Milestone(string code, string field) =>
        _milestones.Find(m => m.Code == code) ?? throw new DomainException(PlanningRules.MilestoneUnknown, field);
}
