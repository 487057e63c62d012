namespace Regio.Reporting.Projection;

/// <summary>A provider of the register, as its last event tells it.</summary>
internal sealed record ProjectedProvider
{
    public required Guid Id { get; init; }

    /// <summary>Eight digits; what messages of iJw name it by.</summary>
    public required string AgbCode { get; init; }

    public required string Name { get; init; }

    public required bool CertifiedInstitution { get; init; }

    public required long Version { get; init; }

    public required DateTimeOffset OccurredAt { get; init; }
}
