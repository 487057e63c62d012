namespace Regio.Messages.Municipalities.V1;

/// <summary>An allocation key came into force. Aggregate: the key.</summary>
[ReadBy("reporting")]
public sealed record AllocationKeyAdopted
{
    /// <summary>Id of the key.</summary>
    public required Guid AllocationKeyId { get; init; }

    /// <summary>Version of the aggregate, from 1.</summary>
    public required long AggregateVersion { get; init; }

    /// <summary>When it was recorded, UTC.</summary>
    public required DateTimeOffset OccurredAt { get; init; }

    /// <summary>What the key is for, such as jhrd.</summary>
    public required string Purpose { get; init; }

    /// <summary>First day in force.</summary>
    public required DateOnly ValidFrom { get; init; }

    /// <summary>Day after the last day; null while open.</summary>
    public DateOnly? ValidUntil { get; init; }

    /// <summary>The weights as published.</summary>
    public required IReadOnlyList<KeyWeight> Weights { get; init; }

    /// <summary>The document it is published in.</summary>
    public string SourceTitle { get; init; } = "";

    /// <summary>The place in that document.</summary>
    public string SourcePlace { get; init; } = "";
}

/// <summary>The published percentage of one municipality.</summary>
public sealed record KeyWeight
{
    /// <summary>CBS code.</summary>
    public required string MunicipalityId { get; init; }

    /// <summary>Percentage exactly as published.</summary>
    public required decimal Percentage { get; init; }
}
