namespace Regio.ExpertTable.Cases;

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

    /// <summary>Version that Procurement's request had at its decision; 0 before.</summary>
    public long DecisionVersion { get; private set; }

    public bool Decide(bool granted, string reason, long version)
    {
        if (version <= DecisionVersion)
            return false;
        (State, Reason, DecisionVersion) = (granted ? PurchaseState.Granted : PurchaseState.Refused, reason, version);
        return true;
    }
}
