using Regio.Messages.Municipalities.V1;

namespace Regio.Reporting.Tests.Accounts;

/// <summary>The events that Municipalities publishes of claimed hours and of funds.</summary>
internal static class FundsAndHours
{
    private const int EnvedderRateCents = 80_00;

    private static readonly DateTimeOffset Now = new(2026, 11, 1, 9, 0, 0, TimeSpan.Zero);

    public static HourClaimChanged Claim(Guid id, long version, string municipalityId, DateOnly quarter, int minutes, string state = "open", Guid? fund = null) => new()
    {
        HourClaimId = id,
        AggregateVersion = version,
        OccurredAt = Now.AddMinutes(version),
        MunicipalityId = municipalityId,
        Work = "envedder",
        QuarterStart = quarter,
        Minutes = minutes,
        RateCents = EnvedderRateCents,
        AmountCents = (long)decimal.Round(minutes * (decimal)EnvedderRateCents / 60, MidpointRounding.AwayFromZero),
        State = state,
        FundId = fund,
    };

    public static FundChanged Fund(Guid id, long version, string name, string kind, DateOnly from, DateOnly? until, params (string Kind, DateOnly On, long Cents)[] movements) => new()
    {
        FundId = id,
        AggregateVersion = version,
        OccurredAt = Now.AddMinutes(version),
        RegionId = "JHRD",
        Kind = kind,
        Name = name,
        MunicipalityId = "GM0118",
        ValidFrom = from,
        ValidUntil = until,
        Movements = [.. movements.Select((m, i) => new FundMovement { Number = i + 1, Kind = m.Kind, HappenedOn = m.On, AmountCents = m.Cents })],
    };
}
