namespace Regio.Messages.ExpertTable.V1;

/// <summary>
/// An anonymous consultation of the expert table was recorded. Aggregate: the consultation, which never changes. Holds codes
/// only, and neither a person nor a municipality.
/// </summary>
[ReadBy("reporting")]
public sealed record ConsultationHeld
{
    /// <summary>Id of the consultation (UUIDv7).</summary>
    public required Guid ConsultationId { get; init; }

    /// <summary>Version of the aggregate: 1.</summary>
    public required long AggregateVersion { get; init; }

    /// <summary>When it was recorded, UTC.</summary>
    public required DateTimeOffset OccurredAt { get; init; }

    /// <summary>The day on which it was held.</summary>
    public required DateOnly HeldOn { get; init; }

    /// <summary>local_access, certified_institution, provider, physician, school or other.</summary>
    public required string Asker { get; init; }

    /// <summary>advised, referred or to_register.</summary>
    public required string Outcome { get; init; }

    /// <summary>What stands in the way: no_supply, waiting, tariff_or_contract, law, cooperation, safety.</summary>
    public required IReadOnlyList<string> Bottlenecks { get; init; }
}
