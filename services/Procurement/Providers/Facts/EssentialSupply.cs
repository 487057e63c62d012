using Regio.ServiceDefaults.Facts;

namespace Regio.Procurement.Providers.Facts;

/// <summary>What a provider offers and the region cannot do without, in a period.</summary>
internal sealed class EssentialSupply
{
    public required Guid Id { get; init; }

    public required Guid ProviderId { get; init; }

    /// <summary>Null: all that it offers.</summary>
    public required string? ProductId { get; init; }

    public required Validity Validity { get; init; }

    public required string Ground { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }
}
