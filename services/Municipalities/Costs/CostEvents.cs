using Regio.Messages.Municipalities.V1;

namespace Regio.Municipalities.Costs;

/// <summary>What the sharing of costs tells the other services.</summary>
internal static class CostEvents
{
    public static AllocationKeyAdopted Adopted(AllocationKey key, DateTimeOffset now) => new()
    {
        AllocationKeyId = key.Id,
        AggregateVersion = key.Version,
        OccurredAt = now,
        Purpose = key.Purpose,
        ValidFrom = key.Validity.From,
        ValidUntil = key.Validity.Until,
        Weights =
        [
            .. key.Percentages.OrderBy(p => p.Rank)
                .Select(p => new KeyWeight { MunicipalityId = p.MunicipalityId, Percentage = p.Percentage }),
        ],
        SourceTitle = key.Source.Title,
        SourcePlace = key.Source.Place,
    };

    public static CostAllocated Allocated(CostAllocation recorded) => new()
    {
        CostAllocationId = recorded.Id,
        AggregateVersion = recorded.Version,
        OccurredAt = recorded.RecordedAt,
        Subject = recorded.Subject,
        Purpose = recorded.Purpose,
        AllocationKeyId = recorded.AllocationKeyId,
        AmountCents = recorded.AmountCents,
        PercentageSum = recorded.Shares.Sum(s => s.Percentage),
        Shares = [.. recorded.Shares.Select(s => new CostShare { MunicipalityId = s.MunicipalityId, AmountCents = s.AmountCents })],
        CreditsId = recorded.CreditsId,
    };
}
