using Regio.Procurement.Contracts;
using Regio.ServiceDefaults.Errors;

namespace Regio.Procurement.Purchasing;

/// <summary>Where a purchase request stands; the numbers are those of the messages.</summary>
internal enum PurchaseRequestState
{
    /// <summary>Waits for a decision.</summary>
    Open = 1,

    /// <summary>Will be bought.</summary>
    Granted = 2,

    /// <summary>Will not be bought.</summary>
    Refused = 3,
}

/// <summary>The line by which a request was bought, as somebody names it who grants it.</summary>
/// <param name="Line">The line.</param>
/// <param name="Buyers">Who buys for the municipality on the day on which the line serves it first: itself, and every region that it is in.</param>
/// <param name="Day">That day.</param>
internal sealed record PurchasedLine(ContractLine Line, IReadOnlyCollection<string> Buyers, DateOnly Day);

/// <summary>A request of the expert table to buy what no contract offers. It leads to no child.</summary>
internal sealed class PurchaseRequest
{
    private PurchaseRequest(Guid id) => Id = id;

    /// <summary>Given by who asks.</summary>
    public Guid Id { get; }

    public required string MunicipalityId { get; init; }

    /// <summary>As it was asked: the expert table may ask for what the catalogue does not know.</summary>
    public required string ProductId { get; init; }

    public PurchaseRequestState State { get; private set; }

    public string Reason { get; private set; } = "";

    /// <summary>The contract line by which it was bought; null: none yet.</summary>
    public Guid? ContractLineId { get; private set; }

    public long Version { get; private set; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? DecidedAt { get; private set; }

    public static PurchaseRequest Record(Guid id, string municipalityId, string productId, DateTimeOffset now) => new(id)
    {
        MunicipalityId = municipalityId,
        ProductId = productId,
        State = PurchaseRequestState.Open,
        Version = 1,
        CreatedAt = now,
    };

    public void Decide(bool grant, string reason, PurchasedLine? purchased, DateTimeOffset now)
    {
        if (State != PurchaseRequestState.Open)
            throw new DomainException(PurchaseRules.Decided, metadata: new Dictionary<string, string> { ["state"] = State.ToString().ToLowerInvariant() });
        if (!grant && string.IsNullOrWhiteSpace(reason))
            throw new DomainException(PurchaseRules.ReasonMissing, "reason");
        if (purchased is not null)
            RequireServes(grant, purchased);
        State = grant ? PurchaseRequestState.Granted : PurchaseRequestState.Refused;
        Reason = reason;
        ContractLineId = purchased?.Line.Id;
        DecidedAt = now;
        Version++;
    }

    private void RequireServes(bool grant, PurchasedLine purchased)
    {
        if (!grant)
            throw new DomainException(PurchaseRules.RefusalNamesLine, "contract_line_id");
        if (purchased.Line.ProductId != ProductId || !purchased.Buyers.Contains(purchased.Line.BuyerId) || purchased.Line.Active?.Contains(purchased.Day) is not true)
            throw new DomainException(PurchaseRules.LineDoesNotServe, "contract_line_id");
    }
}
