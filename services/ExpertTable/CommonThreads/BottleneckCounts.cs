using Regio.ExpertTable.Cases;

namespace Regio.ExpertTable.CommonThreads;

/// <summary>How often a bottleneck was named.</summary>
/// <param name="Bottleneck">What stood in the way.</param>
/// <param name="Outcomes">By rounds whose help ended.</param>
/// <param name="Consultations">By anonymous consultations.</param>
internal sealed record BottleneckCount(BottleneckCode Bottleneck, int Outcomes, int Consultations);

/// <summary>What was counted of a half-year: every bottleneck, since a zero is a number too.</summary>
internal sealed class BottleneckCounts
{
    private BottleneckCounts(int outcomes, int consultations, IReadOnlyList<BottleneckCount> each)
    {
        Outcomes = outcomes;
        Consultations = consultations;
        Each = each;
    }

    /// <summary>Rounds whose help ended.</summary>
    public int Outcomes { get; }

    public int Consultations { get; }

    public IReadOnlyList<BottleneckCount> Each { get; }

    /// <summary>Counts what each outcome and each consultation named, once for each of them.</summary>
    public static BottleneckCounts Of(IReadOnlyList<IReadOnlyList<string>> outcomes, IReadOnlyList<IReadOnlyList<string>> consultations) => new(
        outcomes.Count,
        consultations.Count,
        [.. Enum.GetValues<BottleneckCode>().Select(code => new BottleneckCount(code, outcomes.Count(named => named.Contains(Codes.Of(code))), consultations.Count(named => named.Contains(Codes.Of(code)))))]);

    /// <summary>Whether a draft holds these counts.</summary>
    public bool AreOf(ThreadDraft draft) =>
        Outcomes == draft.Outcomes && Consultations == draft.Consultations
        && Each.ToHashSet().SetEquals(draft.Counts.Select(count => new BottleneckCount(count.Bottleneck, count.Outcomes, count.Consultations)));
}
