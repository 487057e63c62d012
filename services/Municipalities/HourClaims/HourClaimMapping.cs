using Regio.Municipalities.Bodies;
using Regio.ServiceDefaults.Grpc;

namespace Regio.Municipalities.HourClaims;

/// <summary>Between rates and claims and their messages.</summary>
internal static class HourClaimMapping
{
    public static V1.HourRate ToProto(this HourRate rate) => new()
    {
        Work = rate.Work,
        RateCents = rate.RateCents,
        StartDate = rate.StartsOn.ToProto(),
        Source = rate.Source.ToProto(),
        Remark = rate.Remark,
    };

    public static V1.HourClaim ToProto(this HourClaim claim) => new()
    {
        Id = claim.Id.ToString("D"),
        MunicipalityId = claim.MunicipalityId,
        Function = claim.Function,
        Work = claim.Work,
        WorkDate = claim.WorkedOn.ToProto(),
        Minutes = claim.Minutes,
        RateCents = claim.RateCents,
        AmountCents = claim.AmountCents,
        CancelReason = claim.CancelReason ?? "",
        CreateTime = claim.RecordedAt.ToProto(),
        FundId = claim.FundId?.ToString("D") ?? "",
        FundEntryNumber = claim.FundEntryNumber ?? 0,
    };

    public static HourRate ToDomain(this V1.HourRate rate) => new()
    {
        Work = rate.Work,
        RateCents = rate.RateCents,
        StartsOn = rate.StartDate.ToDateOnly(),
        Source = rate.Source.ToDomain(),
        Remark = rate.Remark.Trim(),
    };

    public static WorkedHours ToDomain(this V1.HourClaim claim) =>
        new(claim.MunicipalityId, claim.Function.Trim(), claim.Work, claim.WorkDate.ToDateOnly(), claim.Minutes);
}
