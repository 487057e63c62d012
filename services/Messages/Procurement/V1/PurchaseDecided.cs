namespace Regio.Messages.Procurement.V1;

/// <summary>A purchase request was granted or refused. Aggregate: the purchase request.</summary>
[ReadBy("experttable")]
public sealed record PurchaseDecided
{
    /// <summary>Id of the request, as it was asked.</summary>
    public required Guid PurchaseRequestId { get; init; }

    /// <summary>Version of the aggregate.</summary>
    public required long AggregateVersion { get; init; }

    /// <summary>When it was decided, UTC.</summary>
    public required DateTimeOffset OccurredAt { get; init; }

    /// <summary>True: it will be bought.</summary>
    public required bool Granted { get; init; }

    /// <summary>Why, without personal data; empty when none was given.</summary>
    public required string Reason { get; init; }

    /// <summary>The contract line by which it was bought; null: none yet, or it was refused.</summary>
    public Guid? ContractLineId { get; init; }
}
