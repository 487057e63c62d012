using Regio.ServiceDefaults.Facts;

namespace Regio.ExpertTable.Inspections;

/// <summary>What an inspectorate found missing.</summary>
internal enum GapSubject
{
    /// <summary>Help for children who cannot live at home.</summary>
    OutOfHome,

    ComplexDivorce,

    /// <summary>For youth without psychiatric problems (bemoeizorg).</summary>
    AssertiveOutreach,

    Other,
}

/// <summary>Where a gap stands.</summary>
internal enum GapState
{
    Open,
    Planned,
    InProgress,
    Solved,
    Accepted,
}

/// <summary>What the report says.</summary>
internal sealed record GapReport(GapSubject Subject, Source Source, DateOnly ReportedOn, string Wanted);

/// <summary>What is planned: what is done, by whom, until when.</summary>
internal sealed record PlannedWork(DateOnly PlannedOn, string Text, string Owner, DateOnly DueOn);

/// <summary>A document with the hash of its bytes.</summary>
internal sealed record ProofDocument(string Title, string Sha256, DateOnly DocumentOn);

/// <summary>What the inspectorate said.</summary>
internal sealed record InspectorateWord(DateOnly JudgedOn, bool Accepted, string Explanation);

/// <summary>A version of the plan; it never changes.</summary>
internal sealed class GapPlan
{
    /// <summary>From 1.</summary>
    public required int Number { get; init; }

    public required DateOnly PlannedOn { get; init; }

    public required string Text { get; init; }

    /// <summary>A body or an organisation.</summary>
    public required string Owner { get; init; }

    public required DateOnly DueOn { get; init; }

    public required string RecordedBy { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }
}

/// <summary>A document that proves what was done; it stays where it is kept, and its hash tells whether it is still the same.</summary>
internal sealed class GapProof
{
    public required string Title { get; init; }

    /// <summary>Hexadecimal, in small letters.</summary>
    public required string Sha256 { get; init; }

    public required DateOnly DocumentOn { get; init; }

    public required string RecordedBy { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }
}

/// <summary>What the inspectorate said; it never changes.</summary>
internal sealed class GapJudgement
{
    /// <summary>From 1.</summary>
    public required int Number { get; init; }

    public required DateOnly JudgedOn { get; init; }

    public required bool Accepted { get; init; }

    public required string Explanation { get; init; }

    public required string RecordedBy { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }
}
