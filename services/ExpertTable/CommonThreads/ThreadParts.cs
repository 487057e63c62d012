using Regio.ExpertTable.Cases;

namespace Regio.ExpertTable.CommonThreads;

/// <summary>Where an analysis of common threads stands.</summary>
internal enum ThreadAnalysisState
{
    Draft,
    Established,
    PartlySolved,
    NotSolved,
    Solved,
}

/// <summary>What a check found.</summary>
internal enum ThreadCheckOutcome
{
    Solved,
    PartlySolved,
    NotSolved,
}

/// <summary>A version of an analysis; it never changes.</summary>
internal sealed class ThreadDraft
{
    /// <summary>From 1.</summary>
    public required int Number { get; init; }

    public required string Text { get; init; }

    /// <summary>Rounds whose help ended in the half-year.</summary>
    public required int Outcomes { get; init; }

    public required int Consultations { get; init; }

    /// <summary>Cases that got stuck in the half-year.</summary>
    public required int Stuck { get; init; }

    public required List<DraftCount> Counts { get; init; }

    public required string DrawnBy { get; init; }

    /// <summary>Counted is what had happened until then.</summary>
    public required DateTimeOffset DrawnAt { get; init; }
}

/// <summary>How often a bottleneck was named, as a draft keeps it.</summary>
internal sealed class DraftCount
{
    public required BottleneckCode Bottleneck { get; init; }

    public required int Outcomes { get; init; }

    public required int Consultations { get; init; }

    /// <summary>By cases that got stuck on it, and of which no outcome named it.</summary>
    public required int Stuck { get; init; }
}

/// <summary>Something that was decided: what is done, by whom, until when.</summary>
internal sealed class ThreadMeasure
{
    /// <summary>From 1.</summary>
    public required int Number { get; init; }

    public required string What { get; init; }

    /// <summary>A body or an organisation.</summary>
    public required string Owner { get; init; }

    public required DateOnly DueOn { get; init; }
}

/// <summary>A check of what was decided; it never changes.</summary>
internal sealed class ThreadCheck
{
    /// <summary>From 1.</summary>
    public required int Number { get; init; }

    public required DateOnly CheckedOn { get; init; }

    public required ThreadCheckOutcome Outcome { get; init; }

    public required string Explanation { get; init; }

    public required string RecordedBy { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }
}

/// <summary>The decision about an analysis.</summary>
internal sealed record ThreadDecision(DateOnly DecidedOn, string DecidedBy, IReadOnlyList<ThreadMeasure> Measures);

/// <summary>What somebody found who checked.</summary>
internal sealed record ThreadFinding(DateOnly CheckedOn, ThreadCheckOutcome Outcome, string Explanation);
