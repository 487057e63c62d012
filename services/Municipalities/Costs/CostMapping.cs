using System.Globalization;
using Regio.Municipalities.Register;
using Regio.ServiceDefaults.Grpc;

namespace Regio.Municipalities.Costs;

/// <summary>From keys and allocations to their messages.</summary>
internal static class CostMapping
{
    public static V1.AllocationKey ToProto(this AllocationKey key) => new()
    {
        Id = key.Id.ToString("D"),
        Purpose = key.Purpose,
        Period = key.Validity.ToProto(),
        Weights = { key.Percentages.OrderBy(p => p.Rank).Select(ToProto) },
        PercentageSum = Published(key.Percentages.Sum(p => p.Percentage)),
        Source = key.Source.ToProto(),
    };

    public static V1.Allocation ToProto(this Allocation allocation, KeyInForce key) => new()
    {
        AmountCents = allocation.AmountCents,
        Shares = { allocation.Shares.OrderBy(s => s.Rank).Select(ToProto) },
        AllocationKeyId = key.Id.ToString("D"),
        Purpose = key.Purpose,
        PercentageSum = Published(allocation.PercentageSum),
        AsOf = key.AsOf.ToProto(),
    };

    public static V1.CostAllocation ToProto(this CostAllocation recorded) => new()
    {
        Id = recorded.Id.ToString("D"),
        Subject = recorded.Subject,
        Allocation = new Allocation(recorded.AmountCents, recorded.Shares)
            .ToProto(new KeyInForce(recorded.AllocationKeyId, recorded.Purpose, recorded.AsOf)),
        CreateTime = recorded.RecordedAt.ToProto(),
    };

    private static V1.AllocationKeyWeight ToProto(KeyPercentage percentage) => new()
    {
        MunicipalityId = percentage.MunicipalityId,
        Percentage = Published(percentage.Percentage),
    };

    private static V1.Share ToProto(Share share) => new()
    {
        MunicipalityId = share.MunicipalityId,
        MunicipalityName = share.MunicipalityName,
        Percentage = Published(share.Percentage),
        AmountCents = share.AmountCents,
    };

    private static string Published(decimal percentage) => percentage.ToString(CultureInfo.InvariantCulture);
}
