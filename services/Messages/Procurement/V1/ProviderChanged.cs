namespace Regio.Messages.Procurement.V1;

/// <summary>A provider was registered or changed; told whole: later versions replace earlier ones. Aggregate: the provider.</summary>
[ReadBy("reporting")]
public sealed record ProviderChanged
{
    /// <summary>Id of the provider (UUIDv7).</summary>
    public required Guid ProviderId { get; init; }

    /// <summary>Version of the aggregate, from 1.</summary>
    public required long AggregateVersion { get; init; }

    /// <summary>When it was told, UTC.</summary>
    public required DateTimeOffset OccurredAt { get; init; }

    /// <summary>AGB code, eight digits; that of one provider alone, and never another.</summary>
    public required string AgbCode { get; init; }

    /// <summary>Name of the provider, a legal entity.</summary>
    public required string Name { get; init; }

    /// <summary>Whether it is a certified institution.</summary>
    public required bool CertifiedInstitution { get; init; }
}
