using Regio.ExpertTable.Cases;

namespace Regio.ExpertTable.Worklist;

/// <summary>
/// A clock that runs on a case. A view tells it from what the case stores, so that no command can forget one and nothing
/// has to stop it.
/// </summary>
internal sealed class RunningClock
{
    public Guid CaseId { get; init; }

    /// <summary>Name of the kind in the messages.</summary>
    public required string Kind { get; init; }

    public DateOnly Since { get; init; }

    public DateOnly DueOn { get; init; }

    public DateOnly RemindOn { get; init; }

    /// <summary>The clock of the case stands still.</summary>
    public bool IsStopped { get; init; }
}

/// <summary>A clock with what people need to know of its case.</summary>
internal sealed record WorkItem(RunningClock Clock, Guid SubjectPseudonym, CaseState State, string MunicipalityId, string? Chair, string? Lead);
