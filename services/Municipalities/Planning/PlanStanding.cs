using Regio.Municipalities.Rounds;

namespace Regio.Municipalities.Planning;

/// <summary>Where a milestone stands on a day; the numbers are those of the messages.</summary>
internal enum MilestoneStanding
{
    Reached = 1,
    Late = 2,
    Blocked = 3,
    AtOwnRisk = 4,
    OnItsWay = 5,
}

/// <summary>A decision round as a gate.</summary>
/// <param name="Passed">Whether its current version was adopted.</param>
/// <param name="AtOwnRisk">Whether the steering body decided to start without.</param>
/// <param name="BlockedSteps">Codes of the steps that a condition of a deciding body holds back.</param>
internal sealed record Gate(bool Passed, bool AtOwnRisk, IReadOnlySet<string> BlockedSteps)
{
    /// <summary>A round as the gate that it was on a day.</summary>
    public static Gate Of(Round round, DateOnly day)
    {
        var standing = round.StandingOn(day);
        var conditions = standing.Steps.SelectMany(s => s.Bodies).Where(b => b.Verdict == Verdict.Counts).Select(b => b.Decision!)
            .Where(d => d.Ruling != Ruling.ConditionsMet && d.BlockedStep.Length > 0);
        return new Gate(standing.IsAdopted && !round.IsWithdrawnOn(day), round.StartedAtOwnRiskBy(day), conditions.Select(d => d.BlockedStep).ToHashSet());
    }
}

/// <summary>How far a milestone moved since a baseline.</summary>
/// <param name="BaselineNumber">The baseline.</param>
/// <param name="Then">Its date then.</param>
/// <param name="Days">From its last day then to its last day now; null where one has no last day.</param>
/// <param name="IsCertain">Whether it is later however vague both are.</param>
internal sealed record Slip(int BaselineNumber, VagueDate Then, int? Days, bool IsCertain);

/// <summary>What follows from a plan on a day, with the gates as they stand.</summary>
internal sealed class PlanStanding(Plan plan, DateOnly day, IReadOnlyDictionary<Guid, Gate> gates)
{
    private readonly Dictionary<string, Milestone> _byCode = plan.Milestones.ToDictionary(m => m.Code);

    public MilestoneStanding Of(Milestone milestone)
    {
        if (milestone.IsReachedOn(day))
            return MilestoneStanding.Reached;
        if (BlockedBy(milestone).Count > 0)
            return MilestoneStanding.Blocked;
        if (milestone.GateRoundId is { } gate && gates[gate] is { Passed: false, AtOwnRisk: true })
            return MilestoneStanding.AtOwnRisk;
        return milestone.Followed.Latest < day ? MilestoneStanding.Late : MilestoneStanding.OnItsWay;
    }

    /// <summary>
    /// Codes of the milestones whose gate holds this one back: its own, and those that it waits for. What was reached holds
    /// nothing back any more, and a condition holds back only the step that it names.
    /// </summary>
    public IReadOnlyList<string> BlockedBy(Milestone milestone)
    {
        var found = new SortedSet<string>(StringComparer.Ordinal);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        Look(milestone);
        return [.. found];

        void Look(Milestone at)
        {
            if (!seen.Add(at.Code) || at.IsReachedOn(day))
                return;
            if (IsClosed(at) || gates.Values.Any(g => g.BlockedSteps.Contains(at.Code)))
                found.Add(at.Code);
            foreach (var before in at.DependsOn)
                Look(_byCode[before]);
        }
    }

    public static IEnumerable<Slip> Slips(Plan plan, Milestone milestone) =>
        from baseline in plan.Baselines.OrderBy(b => b.Number)
        from then in baseline.Dates
        where then.MilestoneNumber == milestone.Number
        let now = milestone.Followed
        select new Slip(
            baseline.Number,
            then.Date,
            now.Latest is { } last && then.Date.Latest is { } was ? last.DayNumber - was.DayNumber : null,
            now.Earliest > then.Date.Latest);

    private bool IsClosed(Milestone milestone) => milestone.GateRoundId is { } gate && gates[gate] is { Passed: false, AtOwnRisk: false };
}
