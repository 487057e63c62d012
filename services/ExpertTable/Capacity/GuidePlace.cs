using System.Globalization;
using Regio.ExpertTable.Cases;
using Regio.ServiceDefaults.Errors;

namespace Regio.ExpertTable.Capacity;

/// <summary>
/// A place that a case took in the year of a guide. It stays taken when the guide stops. Numbers run from 1 without
/// gaps, for the guide and for all together, so that the database itself refuses one place twice.
/// </summary>
internal sealed record GuidePlace
{
    public required Guid Id { get; init; }

    public required Guid CaseId { get; init; }

    public required Guid GuideId { get; init; }

    public required int Year { get; init; }

    /// <summary>Which case of the guide in the year.</summary>
    public required int Number { get; init; }

    /// <summary>Which case of all guides together in the year.</summary>
    public required int NumberInAll { get; init; }

    /// <summary>The limits that held.</summary>
    public required int GuideLimit { get; init; }

    public required int TotalLimit { get; init; }

    /// <summary>Taken past a limit; why is in the file.</summary>
    public required bool IsOverride { get; init; }

    public required DateTimeOffset AssignedAt { get; init; }

    public required string AssignedBy { get; init; }

    /// <summary>Takes the next place of this guide, past a limit only with a reason.</summary>
    public static GuidePlace Take(Guid id, Guid caseId, GuideYear guide, GuideYears year, bool hasReason, Act act)
    {
        if (guide.Taken >= year.PerGuide && !hasReason)
            throw Full(CapacityRules.GuideFull, guide.Taken, year.PerGuide);
        if (year.Taken >= year.InAll && !hasReason)
            throw Full(CapacityRules.TableFull, year.Taken, year.InAll);
        return new GuidePlace
        {
            Id = id,
            CaseId = caseId,
            GuideId = guide.GuideId,
            Year = act.Day.Year,
            Number = guide.Taken + 1,
            NumberInAll = year.Taken + 1,
            GuideLimit = year.PerGuide,
            TotalLimit = year.InAll,
            IsOverride = guide.Taken >= year.PerGuide || year.Taken >= year.InAll,
            AssignedAt = act.At,
            AssignedBy = act.By,
        };
    }

    private static DomainException Full(Rule rule, int taken, int limit) => new(rule, "guide_id", new Dictionary<string, string>
    {
        ["taken"] = taken.ToString(CultureInfo.InvariantCulture),
        ["limit"] = limit.ToString(CultureInfo.InvariantCulture),
    });
}

/// <summary>How many cases a guide took in a year.</summary>
internal sealed record GuideYear(Guid GuideId, int Taken);

/// <summary>What all guides took in a year, and its limits.</summary>
internal sealed record GuideYears(int PerGuide, int InAll, int Taken, IReadOnlyList<GuideYear> Guides)
{
    /// <summary>What is left within both limits.</summary>
    public int Left => Math.Max(0, Math.Min(InAll - Taken, Guides.Sum(g => Math.Max(0, PerGuide - g.Taken))));

    /// <summary>The guide with a place who took the fewest, of several the one who came first; null: nobody has a place.</summary>
    public GuideYear? Next() => Taken >= InAll
        ? null
        : Guides.Where(g => g.Taken < PerGuide).OrderBy(g => g.Taken).ThenBy(g => g.GuideId).FirstOrDefault();

    public int LeftOf(GuideYear guide) => Math.Max(0, Math.Min(InAll - Taken, PerGuide - guide.Taken));
}
