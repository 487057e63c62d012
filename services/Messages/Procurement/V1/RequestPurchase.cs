namespace Regio.Messages.Procurement.V1;

/// <summary>Command to Procurement: buy what no contract offers. Answered by <see cref="PurchaseDecided"/>.</summary>
[ReadBy("procurement")]
public sealed record RequestPurchase
{
    /// <summary>Id of the request, given by who asks.</summary>
    public required Guid PurchaseRequestId { get; init; }

    /// <summary>When it was asked, UTC.</summary>
    public required DateTimeOffset OccurredAt { get; init; }

    /// <summary>CBS code of the municipality that decides and pays.</summary>
    public required string MunicipalityId { get; init; }

    /// <summary>Code of the product.</summary>
    public required string ProductId { get; init; }
}
