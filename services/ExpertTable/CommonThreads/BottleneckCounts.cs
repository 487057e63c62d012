using Regio.ExpertTable.Cases;

namespace Regio.ExpertTable.CommonThreads;

/// <summary>What stood in the way of a case, in codes.</summary>
internal sealed record CaseBottlenecks(Guid CaseId, IReadOnlyList<string> Named);

/// <summary>How often a bottleneck was named.</summary>
/// <param name="Bottleneck">What stood in the way.</param>
/// <param name="Outcomes">By rounds whose help ended.</param>
/// <param name="Consultations">By anonymous consultations.</param>
/// <param name="Stuck">By cases that got stuck on it, and of which no outcome named it: each case is counted once.</param>
internal sealed record BottleneckCount(BottleneckCode Bottleneck, int Outcomes, int Consultations, int Stuck);

/// <summary>What was counted of a half-year: every bottleneck, since a zero is a number too.</summary>
internal sealed class BottleneckCounts
{
    private BottleneckCounts(IReadOnlyList<CaseBottlenecks> outcomes, IReadOnlyList<IReadOnlyList<string>> consultations, IReadOnlyList<CaseBottlenecks> stuck)
    {
        Outcomes = outcomes.Count;
        Consultations = consultations.Count;
        Stuck = stuck.Select(report => report.CaseId).Distinct().Count();
        Each = [.. Enum.GetValues<BottleneckCode>().Select(code => Count(code, outcomes, consultations, stuck))];
    }

    /// <summary>Rounds whose help ended.</summary>
    public int Outcomes { get; }

    public int Consultations { get; }

    /// <summary>Cases that got stuck.</summary>
    public int Stuck { get; }

    public IReadOnlyList<BottleneckCount> Each { get; }

    /// <summary>
    /// Counts what each outcome and each consultation named, once for each of them, and what each case got stuck on, unless an
    /// outcome of it tells that already.
    /// </summary>
    public static BottleneckCounts Of(
        IReadOnlyList<CaseBottlenecks> outcomes, IReadOnlyList<IReadOnlyList<string>> consultations, IReadOnlyList<CaseBottlenecks> stuck) => new(outcomes, consultations, stuck);

    /// <summary>Whether a draft holds these counts.</summary>
    public bool AreOf(ThreadDraft draft) =>
        Outcomes == draft.Outcomes && Consultations == draft.Consultations && Stuck == draft.Stuck
        && Each.ToHashSet().SetEquals(draft.Counts.Select(count => new BottleneckCount(count.Bottleneck, count.Outcomes, count.Consultations, count.Stuck)));

    private static BottleneckCount Count(
        BottleneckCode code, IReadOnlyList<CaseBottlenecks> outcomes, IReadOnlyList<IReadOnlyList<string>> consultations, IReadOnlyList<CaseBottlenecks> stuck)
    {
        var name = Codes.Of(code);
        var ended = outcomes.Where(outcome => outcome.Named.Contains(name)).Select(outcome => outcome.CaseId).ToList();
        return new(
            code,
            ended.Count,
            consultations.Count(named => named.Contains(name)),
            stuck.Where(report => report.Named.Contains(name)).Select(report => report.CaseId).Except(ended).Count());
    }
}
