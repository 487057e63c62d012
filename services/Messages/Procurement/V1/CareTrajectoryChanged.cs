namespace Regio.Messages.Procurement.V1;

/// <summary>
/// Care of one client by one assignment began, ended, cost something else or was taken back. Aggregate: that trajectory; each event
/// tells the whole of it. Its client is a pseudonym for reporting alone.
/// </summary>
[ReadBy("reporting")]
public sealed record CareTrajectoryChanged
{
    /// <summary>Id of the trajectory: that of its assignment.</summary>
    public required Guid TrajectoryId { get; init; }

    /// <summary>Version of the aggregate, from 1.</summary>
    public required long AggregateVersion { get; init; }

    /// <summary>When it changed, UTC.</summary>
    public required DateTimeOffset OccurredAt { get; init; }

    /// <summary>Pseudonym of the client for reporting: the same for all trajectories of a client, and nowhere else.</summary>
    public required Guid ClientPseudonym { get; init; }

    /// <summary>CBS code of the municipality that assigned it.</summary>
    public required string MunicipalityId { get; init; }

    /// <summary>Product category of iJw (JZ020); empty for a generic assignment.</summary>
    public required string CareCategory { get; init; }

    /// <summary>Product code of iJw; empty when any of the category may be delivered.</summary>
    public required string CareCode { get; init; }

    /// <summary>Intervention level of the product, 1 to 8; 0: the catalogue does not know it.</summary>
    public required int Level { get; init; }

    /// <summary>yes or no: whether the child stays the night; empty: the catalogue does not know it.</summary>
    public required string WithStay { get; init; }

    /// <summary>First day of care; null: its start was taken back, and there is no trajectory.</summary>
    public required DateOnly? StartedOn { get; init; }

    /// <summary>Last day of care; null while it goes on, in a pause too.</summary>
    public required DateOnly? EndedOn { get; init; }

    /// <summary>What was granted for it so far, in eurocents; what was taken back is taken off.</summary>
    public required long AmountCents { get; init; }
}
