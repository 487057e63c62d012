namespace Regio.ExpertTable.Cases;

/// <summary>What Procurement decided about a request.</summary>
/// <param name="Granted">True: it will be bought, or it was.</param>
/// <param name="Reason">Why, without personal data; may be empty.</param>
/// <param name="ContractLineId">The contract line by which it was bought; null: none yet.</param>
/// <param name="Version">Version that Procurement's request had then.</param>
internal sealed record PurchaseDecision(bool Granted, string Reason, Guid? ContractLineId, long Version);

/// <summary>What a case asks Procurement to buy because no contract offers it.</summary>
internal sealed class Purchase(Guid id, string productId, string requestedBy, DateTimeOffset requestedAt)
{
    public Guid Id { get; } = id;

    public string ProductId { get; } = productId;

    public string RequestedBy { get; } = requestedBy;

    public DateTimeOffset RequestedAt { get; } = requestedAt;

    public PurchaseState State { get; private set; } = PurchaseState.Requested;

    /// <summary>Of Procurement, without personal data; empty before its decision.</summary>
    public string Reason { get; private set; } = "";

    /// <summary>The contract line by which Procurement bought it; null: none yet.</summary>
    public Guid? ContractLineId { get; private set; }

    /// <summary>Version that Procurement's request had at its decision; 0 before.</summary>
    public long DecisionVersion { get; private set; }

    public bool Decide(PurchaseDecision decision)
    {
        if (decision.Version <= DecisionVersion)
            return false;
        (State, Reason) = (decision.Granted ? PurchaseState.Granted : PurchaseState.Refused, decision.Reason);
        (ContractLineId, DecisionVersion) = (decision.ContractLineId, decision.Version);
        return true;
    }
}
