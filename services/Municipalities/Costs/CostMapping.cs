using System.Globalization;
using Regio.Municipalities.Register;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Persistence;

namespace Regio.Municipalities.Costs;

/// <summary>From keys and allocations to their messages.</summary>
internal static class CostMapping
{
    public static V1.AllocationKey ToProto(this AllocationKey key, DateOnly day) => new()
    {
        Id = key.Id.ToString("D"),
        Purpose = key.Purpose,
        Period = key.Validity.ToProto(),
        Weights = { key.Percentages.OrderBy(p => p.Rank).Select(ToProto) },
        PercentageSum = Published(key.Percentages.Sum(p => p.Percentage)),
        Source = key.Source.ToProto(),
        State = key.IsReplacedOn(day) ? V1.AllocationKeyState.Replaced : (V1.AllocationKeyState)key.State,
        Remark = key.Remark,
        Etag = Etag.Of(key.Version),
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
        CreditsId = recorded.CreditsId?.ToString("D") ?? "",
        CreditReason = recorded.CreditReason ?? "",
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

    public static V1.ComparedShare ToProto(this ComparedShare share) => new()
    {
        MunicipalityId = share.Left.MunicipalityId,
        MunicipalityName = share.Left.MunicipalityName,
        LeftWeight = Published(share.Left.Percentage),
        LeftCents = share.Left.AmountCents,
        RightWeight = Published(share.Right.Percentage),
        RightCents = share.Right.AmountCents,
        DifferenceCents = share.DifferenceCents,
    };

    private static string Published(decimal percentage) => percentage.ToString(CultureInfo.InvariantCulture);
}
