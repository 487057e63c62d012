using Regio.Municipalities.Laws;
using Regio.ServiceDefaults.Facts;

namespace Regio.Municipalities.Planning;

/// <summary>What is recorded of a date; the numbers are those of the messages.</summary>
internal enum MilestoneDateKind
{
    Claim = 1,
    Forecast = 2,
    Reached = 3,
}

/// <summary>One thing that was recorded of the date of a milestone. It never changes.</summary>
internal sealed record MilestoneDate
{
    public required int Number { get; init; }

    public required MilestoneDateKind Kind { get; init; }

    public required VagueDate Date { get; init; }

    public required Source Source { get; init; }

    public required string Reason { get; init; }

    /// <summary>The law that moved it; null: none.</summary>
    public string? LawCode { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }

    public required string RecordedBy { get; init; }
}

/// <summary>How a milestone moves with a law.</summary>
/// <param name="LawCode">The law.</param>
/// <param name="Status">Which step of it.</param>
/// <param name="MonthsAfter">So many months after that step.</param>
internal sealed record LawDependency(string LawCode, LawStatus Status, int MonthsAfter);

/// <summary>What a milestone is.</summary>
internal sealed record MilestoneFacts
{
    public required string Code { get; init; }

    public required string Title { get; init; }

    public required IReadOnlyList<string> DependsOn { get; init; }

    /// <summary>The round without whose adoption it is blocked; null: none.</summary>
    public Guid? GateRoundId { get; init; }

    public LawDependency? Law { get; init; }
}

/// <summary>A milestone of a plan.</summary>
internal sealed class Milestone
{
    private readonly List<MilestoneDate> _dates = [];

    public required int Number { get; init; }

    public required string Code { get; init; }

    public required string Title { get; init; }

    /// <summary>Codes of milestones that were there before it, so that none waits for itself.</summary>
    public required List<string> DependsOn { get; init; }

    public Guid? GateRoundId { get; init; }

    public string? LawCode { get; init; }

    public LawStatus? LawStatus { get; init; }

    public int? MonthsAfterLaw { get; init; }

    public IReadOnlyList<MilestoneDate> Dates => _dates;

    public bool IsReached => _dates.Exists(d => d.Kind == MilestoneDateKind.Reached);

    /// <summary>The day that it was reached, or the forecast that came last.</summary>
    public VagueDate Followed => _dates.Where(d => d.Kind != MilestoneDateKind.Claim).MaxBy(d => d.Number)!.Date;

    public void Add(MilestoneDate date) => _dates.Add(date with { Number = _dates.Count + 1 });

    public bool IsReachedOn(DateOnly day) => _dates.Exists(d => d.Kind == MilestoneDateKind.Reached && d.Date.Day <= day);
}

/// <summary>The date of a milestone when a baseline was set.</summary>
internal sealed record BaselineDate
{
    public required int MilestoneNumber { get; init; }

    public required VagueDate Date { get; init; }
}

/// <summary>The dates that were followed at one moment. It never changes.</summary>
internal sealed class Baseline
{
    private readonly List<BaselineDate> _dates = [];

    public required int Number { get; init; }

    public required string Title { get; init; }

    public required Source Source { get; init; }

    public required DateTimeOffset SetAt { get; init; }

    public required string SetBy { get; init; }

    public IReadOnlyList<BaselineDate> Dates => _dates;

    public static Baseline Of(Baseline frame, IEnumerable<Milestone> milestones)
    {
        frame._dates.AddRange(milestones.Select(m => new BaselineDate { MilestoneNumber = m.Number, Date = m.Followed }));
        return frame;
    }
}
