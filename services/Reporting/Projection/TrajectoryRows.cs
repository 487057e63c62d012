namespace Regio.Reporting.Projection;

/// <summary>Care of one client by one assignment, as its last event tells it. The client is a pseudonym that is only used here.</summary>
internal sealed record ProjectedTrajectory
{
    public required Guid Id { get; init; }

    public required Guid ClientPseudonym { get; init; }

    public required string MunicipalityId { get; init; }

    /// <summary>Product category of iJw; empty: generic.</summary>
    public required string Category { get; init; }

    /// <summary>Product code of iJw; empty: any of the category.</summary>
    public required string Code { get; init; }

    /// <summary>Intervention level, 1 to 8; 0: not known.</summary>
    public required int Level { get; init; }

    /// <summary>Whether the child stays the night; null: not known.</summary>
    public required bool? WithStay { get; init; }

    /// <summary>First day; null: taken back.</summary>
    public required DateOnly? StartedOn { get; init; }

    /// <summary>Last day; null while it goes on.</summary>
    public required DateOnly? EndedOn { get; init; }

    public required long AmountCents { get; init; }

    public required long Version { get; init; }

    public required DateTimeOffset OccurredAt { get; init; }
}
