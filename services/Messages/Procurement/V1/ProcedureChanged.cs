namespace Regio.Messages.Procurement.V1;

/// <summary>A procedure was prepared or took a step. Aggregate: the procedure.</summary>
public sealed record ProcedureChanged
{
    /// <summary>Id of the procedure (UUIDv7).</summary>
    public required Guid ProcedureId { get; init; }

    /// <summary>Version of the aggregate, from 1.</summary>
    public required long AggregateVersion { get; init; }

    /// <summary>When it was recorded, UTC.</summary>
    public required DateTimeOffset OccurredAt { get; init; }

    /// <summary>market-consultation, open-house, european-tender, sas or 3noord.</summary>
    public required string Kind { get; init; }

    /// <summary>preparation, published, answered, opened, intended, awarded, concluded or withdrawn.</summary>
    public required string State { get; init; }

    /// <summary>The region that buys.</summary>
    public required string BuyerId { get; init; }

    /// <summary>Codes of the products that it is about.</summary>
    public required IReadOnlyList<string> ProductIds { get; init; }

    /// <summary>Ids of the providers that it was awarded to; empty before the award.</summary>
    public required IReadOnlyList<Guid> AwardedProviderIds { get; init; }
}
