namespace Regio.Messages.Procurement.V1;

/// <summary>A scale rule was adopted, or gave way to one that was. Aggregate: the rule.</summary>
public sealed record ScaleRuleRecorded
{
    /// <summary>Id of the rule.</summary>
    public required Guid ScaleRuleId { get; init; }

    /// <summary>Version of the aggregate, from 1.</summary>
    public required long AggregateVersion { get; init; }

    /// <summary>When it was recorded, UTC.</summary>
    public required DateTimeOffset OccurredAt { get; init; }

    /// <summary>Code of the product; null when the rule is for levels.</summary>
    public string? ProductId { get; init; }

    /// <summary>The intervention levels; empty when the rule is for a product.</summary>
    public required IReadOnlyList<int> Levels { get; init; }

    /// <summary>local, procurement-region, drenthe, three-north or national.</summary>
    public required string Scale { get; init; }

    /// <summary>Who executes, in Dutch.</summary>
    public required string Executor { get; init; }

    /// <summary>First day.</summary>
    public required DateOnly ValidFrom { get; init; }

    /// <summary>Day after the last day; null while open.</summary>
    public DateOnly? ValidUntil { get; init; }
}
