using Regio.ExpertTable.Cases;

namespace Regio.ExpertTable.SubjectRights;

// What an entry says of requests to put the file right. Frozen as all kinds of entries are.

internal sealed class RectificationRequested : EntryContent
{
    public required Guid RectificationId { get; init; }

    /// <summary>Number of the entry that it is about; 0: of no single one.</summary>
    public required long Entry { get; init; }

    /// <summary>Pseudonym of the child whose data it is about.</summary>
    public required Guid Child { get; init; }

    public required RectificationApplicant Applicant { get; init; }

    public required DateOnly ReceivedOn { get; init; }

    public required DateOnly DueOn { get; init; }

    public required string Text { get; init; }
}

internal sealed class RectificationExtended : EntryContent
{
    public required Guid RectificationId { get; init; }

    public required DateOnly DueOn { get; init; }

    public required string Reason { get; init; }
}

internal sealed class RectificationDecided : EntryContent
{
    public required Guid RectificationId { get; init; }

    public required RectificationState Outcome { get; init; }

    public required string Correction { get; init; }

    public required string Statement { get; init; }

    public required string Motivation { get; init; }
}
