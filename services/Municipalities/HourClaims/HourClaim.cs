using System.Globalization;
using Regio.ServiceDefaults.Errors;
using Regio.ServiceDefaults.Facts;

namespace Regio.Municipalities.HourClaims;

/// <summary>What an hour of some work costs from a day on, until the next rate of the same work.</summary>
internal sealed record HourRate
{
    public required string Work { get; init; }

    public required long RateCents { get; init; }

    public required DateOnly StartsOn { get; init; }

    public required Source Source { get; init; }

    public required string Remark { get; init; }

    /// <summary>The rate of some work on a day; null: it has none.</summary>
    public static HourRate? Of(IEnumerable<HourRate> rates, string work, DateOnly day) =>
        rates.Where(r => r.Work == work && r.StartsOn <= day).MaxBy(r => r.StartsOn);
}

/// <summary>Work that somebody did.</summary>
internal sealed record WorkedHours(string MunicipalityId, string Function, string Work, DateOnly On, int Minutes);

/// <summary>A claim of hours (urendeclaratie) of a municipality for work of its officer.</summary>
internal sealed class HourClaim
{
    private const int MinutesAnHour = 60;

    private HourClaim(Guid id) => Id = id;

    public Guid Id { get; }

    public string MunicipalityId { get; private init; } = "";

    public string Function { get; private init; } = "";

    public string Work { get; private init; } = "";

    public DateOnly WorkedOn { get; private init; }

    public int Minutes { get; private init; }

    /// <summary>First day of the rate that was used.</summary>
    public DateOnly RateStartsOn { get; private init; }

    public long RateCents { get; private init; }

    public long AmountCents { get; private init; }

    /// <summary>Null while it stands.</summary>
    public string? CancelReason { get; private set; }

    /// <summary>The fund that it was spent from; null while it is open.</summary>
    public Guid? FundId { get; private set; }

    /// <summary>The entry of that fund.</summary>
    public int? FundEntryNumber { get; private set; }

    public required DateTimeOffset RecordedAt { get; init; }

    public required string RecordedBy { get; init; }

    public long Version { get; private set; } = 1;

    /// <summary>Claims hours at the rate of their day; work without a rate is not claimed.</summary>
    public static HourClaim Record(Guid id, WorkedHours hours, IReadOnlyCollection<HourRate> rates, string by, DateTimeOffset now)
    {
        var rate = HourRate.Of(rates, hours.Work, hours.On) ?? throw NotClaimable(hours, rates);
        return new HourClaim(id)
        {
            MunicipalityId = hours.MunicipalityId,
            Function = hours.Function,
            Work = hours.Work,
            WorkedOn = hours.On,
            Minutes = hours.Minutes,
            RateStartsOn = rate.StartsOn,
            RateCents = rate.RateCents,
            AmountCents = (long)decimal.Round((decimal)hours.Minutes * rate.RateCents / MinutesAnHour, MidpointRounding.AwayFromZero),
            RecordedAt = now,
            RecordedBy = by,
        };
    }

    public void Cancel(string reason)
    {
        RequireOpen("id");
        CancelReason = reason;
        Version++;
    }

    /// <summary>Refuses a claim that was taken back or spent from a fund.</summary>
    public void RequireOpen(string field)
    {
        if (CancelReason is not null)
            throw new DomainException(HourClaimRules.Cancelled, field);
        if (FundId is { } fund)
            throw new DomainException(HourClaimRules.Settled, field, new Dictionary<string, string> { ["fund_id"] = fund.ToString("D") });
    }

    public void Settle(Guid fundId, int fundEntryNumber)
    {
        (FundId, FundEntryNumber) = (fundId, fundEntryNumber);
        Version++;
    }

    private static DomainException NotClaimable(WorkedHours hours, IReadOnlyCollection<HourRate> rates)
    {
        var claimable = rates.Where(r => r.StartsOn <= hours.On).Select(r => r.Work).Distinct().Order(StringComparer.Ordinal);
        return new DomainException(HourClaimRules.NotClaimable, "claim.work", new Dictionary<string, string>
        {
            ["work"] = hours.Work,
            ["work_date"] = hours.On.ToString("O", CultureInfo.InvariantCulture),
            ["claimable"] = string.Join(", ", claimable),
        });
    }
}
