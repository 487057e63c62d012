using Regio.Messages.Municipalities.V1;

namespace Regio.Municipalities.HourClaims;

/// <summary>What claims of hours tell the other services.</summary>
internal static class HourClaimEvents
{
    private const int MonthsAQuarter = 3;

    public static HourClaimChanged Changed(HourClaim claim, DateTimeOffset now) => new()
    {
        HourClaimId = claim.Id,
        AggregateVersion = claim.Version,
        OccurredAt = now,
        MunicipalityId = claim.MunicipalityId,
        Work = claim.Work,
        QuarterStart = new DateOnly(claim.WorkedOn.Year, ((claim.WorkedOn.Month - 1) / MonthsAQuarter * MonthsAQuarter) + 1, 1),
        Minutes = claim.Minutes,
        RateCents = claim.RateCents,
        AmountCents = claim.AmountCents,
        State = claim switch
        {
            { CancelReason: not null } => "cancelled",
            { FundId: not null } => "settled",
            _ => "open",
        },
        FundId = claim.FundId,
    };
}
