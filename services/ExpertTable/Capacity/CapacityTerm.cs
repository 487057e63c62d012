using Regio.ServiceDefaults.Facts;

namespace Regio.ExpertTable.Capacity;

/// <summary>
/// How many cases are taken in a calendar year while it is valid. Later terms replace earlier ones from their first day
/// on; what was agreed before stays readable.
/// </summary>
internal sealed class CapacityTerm
{
    private CapacityTerm(Guid id, DateOnly startDate, int casesPerGuide, int casesInAll, string ground, string recordedBy, DateTimeOffset recordedAt)
    {
        Id = id;
        StartDate = startDate;
        CasesPerGuide = casesPerGuide;
        CasesInAll = casesInAll;
        Ground = ground;
        RecordedBy = recordedBy;
        RecordedAt = recordedAt;
    }

    public Guid Id { get; }

    public DateOnly StartDate { get; }

    public int CasesPerGuide { get; }

    public int CasesInAll { get; }

    /// <summary>Why, and by whose decision.</summary>
    public string Ground { get; }

    public string RecordedBy { get; }

    public DateTimeOffset RecordedAt { get; }

    public static CapacityTerm Record(Guid id, DateOnly startDate, int casesPerGuide, int casesInAll, string ground, Cases.Act act) =>
        new(id, startDate, casesPerGuide, casesInAll, ground, act.By, act.At);
}

/// <summary>A term with the period in which it holds, worked out from those that follow it.</summary>
internal sealed record TermInForce(CapacityTerm Term, Validity Validity)
{
    /// <summary>
    /// The term of a day: of those that begin by then the latest, and of several from one day the one that was recorded last.
    /// </summary>
    public static TermInForce On(DateOnly day, IEnumerable<CapacityTerm> terms)
    {
        var all = terms.OrderBy(t => t.StartDate).ThenBy(t => t.RecordedAt).ThenBy(t => t.Id).ToList();
        var last = all.FindLastIndex(t => t.StartDate <= day);
        // Before the first term nothing was agreed: the first one stands in for it.
        var term = all[Math.Max(last, 0)];
        var next = all.Find(t => t.StartDate > term.StartDate);
        return new TermInForce(term, new Validity(term.StartDate, next?.StartDate));
    }
}
