using Regio.ServiceDefaults.Errors;

namespace Regio.Municipalities.Costs;

/// <summary>The key that an allocation is made with and the day it is taken from.</summary>
internal sealed record KeyInForce(Guid Id, string Purpose, DateOnly AsOf);

/// <summary>A cost that was shared out (kostenverdeling). It never changes: a correction is another allocation.</summary>
internal sealed class CostAllocation
{
    private readonly List<Share> _shares = [];

    private CostAllocation(Guid id, string subject, long amountCents)
    {
        Id = id;
        Subject = subject;
        AmountCents = amountCents;
    }

    public Guid Id { get; }

    /// <summary>What the cost is, without personal data: it is shown in the public monitor.</summary>
    public string Subject { get; }

    public long AmountCents { get; }

    public required string Purpose { get; init; }

    public required Guid AllocationKeyId { get; init; }

    /// <summary>Day whose key and names were used.</summary>
    public required DateOnly AsOf { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>Subject of the caller's token.</summary>
    public required string RecordedBy { get; init; }

    /// <summary>The allocation that this one takes back; null when it is no credit.</summary>
    public Guid? CreditsId { get; private init; }

    public string? CreditReason { get; private init; }

    public long Version { get; private set; } = 1;

    public IReadOnlyList<Share> Shares => _shares;

    public static CostAllocation Record(Guid id, string subject, Allocation allocation, KeyInForce key, string by, DateTimeOffset now)
    {
        if (allocation.AmountCents <= 0)
            throw new DomainException(CostRules.AmountNotPositive, "amount_cents");
        var recorded = new CostAllocation(id, subject, allocation.AmountCents)
        {
            Purpose = key.Purpose,
            AllocationKeyId = key.Id,
            AsOf = key.AsOf,
            RecordedAt = now,
            RecordedBy = by,
        };
        recorded._shares.AddRange(allocation.Shares);
        return recorded;
    }

    /// <summary>The mirror image of this allocation: each municipality gets back what it bore, to the cent.</summary>
    public CostAllocation Credit(Guid id, string reason, string by, DateTimeOffset now)
    {
        if (CreditsId is not null)
            throw new DomainException(CostRules.IsCredit, "cost_allocation_id");
        var credit = new CostAllocation(id, Subject, -AmountCents)
        {
            Purpose = Purpose,
            AllocationKeyId = AllocationKeyId,
            AsOf = AsOf,
            RecordedAt = now,
            RecordedBy = by,
            CreditsId = Id,
            CreditReason = reason,
        };
        credit._shares.AddRange(Shares.Select(s => s with { AmountCents = -s.AmountCents }));
        return credit;
    }
}
