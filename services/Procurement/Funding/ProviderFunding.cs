using Regio.ServiceDefaults.Errors;
using Regio.ServiceDefaults.Facts;

namespace Regio.Procurement.Funding;

/// <summary>What is paid for; the numbers are those of the messages.</summary>
internal enum FundingKind
{
    /// <summary>Being available.</summary>
    Availability = 1,

    /// <summary>Housing.</summary>
    Housing = 2,

    /// <summary>What is needed, whatever it costs.</summary>
    OpenEnded = 3,
}

/// <summary>Who bears the difference between estimate and cost; the numbers are those of the messages.</summary>
internal enum RiskBearer
{
    /// <summary>The provider.</summary>
    Provider = 1,

    /// <summary>Who pays.</summary>
    Payer = 2,

    /// <summary>Both, each by a share.</summary>
    Shared = 3,
}

/// <summary>What was agreed.</summary>
internal sealed record FundingTerms(
    Guid ProviderId, string PayerId, FundingKind Kind, string Subject, Validity Period, long YearlyCents, int Instalments, RiskBearer? Bearer, int PayerPercent, string Ground);

/// <summary>A part of a funding, from the first day of the time that it pays for.</summary>
internal sealed record FundingInstalment(DateOnly From, long Cents);

/// <summary>What an open-ended obligation cost in a calendar year. It stays; a later one for the same year corrects it.</summary>
internal sealed class FundingCost
{
    public required Guid Id { get; init; }

    public required int Year { get; init; }

    public required long Cents { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }
}

/// <summary>What a provider is paid beside tariffs and subsidies: an amount a year, in equal instalments.</summary>
internal sealed class ProviderFunding
{
    private const int MonthsInYear = 12;
    private const int Percent = 100;
    private readonly List<FundingCost> _costs = [];

    private ProviderFunding(Guid id) => Id = id;

    public Guid Id { get; }

    public required Guid ProviderId { get; init; }

    /// <summary>A region, or the CBS code of a municipality.</summary>
    public required string PayerId { get; init; }

    public required FundingKind Kind { get; init; }

    public required string Subject { get; init; }

    public Validity Validity { get; private set; }

    /// <summary>A calendar year in full; of an open-ended obligation the estimate.</summary>
    public required long YearlyCents { get; init; }

    /// <summary>In a year: 1, 4 or 12.</summary>
    public required int Instalments { get; init; }

    /// <summary>Only of an open-ended obligation.</summary>
    public required RiskBearer? Bearer { get; init; }

    /// <summary>When the risk is shared; otherwise 0.</summary>
    public required int PayerPercent { get; init; }

    /// <summary>Where it was agreed.</summary>
    public required string Ground { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }

    public long Version { get; private set; } = 1;

    public IReadOnlyList<FundingCost> Costs => _costs;

    public static ProviderFunding Record(Guid id, FundingTerms terms, DateTimeOffset now)
    {
        RequireBoundary(terms.Period.From, terms.Instalments, "funding.period.start_date");
        if (terms.Period.Until is { } until)
            RequireBoundary(until, terms.Instalments, "funding.period.end_date");
        RequireRisk(terms);
        return new ProviderFunding(id)
        {
            ProviderId = terms.ProviderId,
            PayerId = terms.PayerId,
            Kind = terms.Kind,
            Subject = terms.Subject,
            Validity = terms.Period,
            YearlyCents = terms.YearlyCents,
            Instalments = terms.Instalments,
            Bearer = terms.Bearer,
            PayerPercent = terms.PayerPercent,
            Ground = terms.Ground,
            RecordedAt = now,
        };
    }

    public void End(DateOnly day)
    {
        if (day <= Validity.From || day >= Validity.Until)
            throw new DomainException(FundingRules.WrongEnd, "end_date");
        RequireBoundary(day, Instalments, "end_date");
        Validity = new Validity(Validity.From, day);
        Version++;
    }

    public void RecordCost(Guid costId, int year, long cents, (DateOnly Today, DateTimeOffset At) now)
    {
        if (Kind != FundingKind.OpenEnded)
            throw new DomainException(FundingRules.CostOfFixedAmount);
        if (year > now.Today.Year)
            throw new DomainException(FundingRules.YearAhead, "year");
        if (!Validity.Overlaps(new Validity(new DateOnly(year, 1, 1), new DateOnly(year + 1, 1, 1))))
            throw new DomainException(FundingRules.OutsideYear, "year");
        _costs.Add(new FundingCost { Id = costId, Year = year, Cents = cents, RecordedAt = now.At });
        Version++;
    }

    /// <summary>
    /// The instalments of a calendar year. Each is what has been due since January rounded down, less what was due before
    /// it: twelve of them are the year to the cent, also where it does not divide.
    /// </summary>
    public IReadOnlyList<FundingInstalment> In(int year) =>
    [
        .. Enumerable.Range(0, Instalments)
            .Select(i => new FundingInstalment(new DateOnly(year, 1 + (i * MonthsInYear / Instalments), 1), Due(i + 1) - Due(i)))
            .Where(instalment => Validity.Contains(instalment.From)),
    ];

    /// <summary>The instalments of the calendar year of a day whose time has begun by then.</summary>
    public long DueCentsOn(DateOnly day) => In(day.Year).Where(instalment => instalment.From <= day).Sum(instalment => instalment.Cents);

    /// <summary>What was last recorded as the cost of a year; null: nothing.</summary>
    public long? CostOf(int year) => _costs.Where(cost => cost.Year == year).MaxBy(cost => (cost.RecordedAt, cost.Id))?.Cents;

    /// <summary>
    /// Who bears what of the difference between the cost of a year and its instalments. Less than estimated is shared as the
    /// mirror image of more; the cent that does not divide is the provider's.
    /// </summary>
    public (long Payer, long Provider) Difference(int year)
    {
        if (CostOf(year) is not { } cost)
            return (0, 0);
        var difference = cost - In(year).Sum(instalment => instalment.Cents);
        var percent = Bearer switch { RiskBearer.Payer => Percent, RiskBearer.Shared => PayerPercent, _ => 0 };
        var payer = Math.Sign(difference) * (long)((decimal)Math.Abs(difference) * percent / Percent);
        return (payer, difference - payer);
    }

    private static void RequireBoundary(DateOnly day, int instalments, string field)
    {
        if (day.Day != 1 || (day.Month - 1) % (MonthsInYear / instalments) != 0)
            throw new DomainException(FundingRules.MidInstalment, field);
    }

    private static void RequireRisk(FundingTerms terms)
    {
        if (terms.Kind == FundingKind.OpenEnded && terms.Bearer is null)
            throw new DomainException(FundingRules.RiskWithoutBearer, "funding.risk_bearer");
        if (terms.Kind != FundingKind.OpenEnded && terms.Bearer is not null)
            throw new DomainException(FundingRules.RiskOfFixedAmount, "funding.risk_bearer");
        if (terms.Kind != FundingKind.OpenEnded && terms.YearlyCents == 0)
            throw new DomainException(FundingRules.WithoutAmount, "funding.yearly_cents");
        if (terms.Bearer == RiskBearer.Shared ? terms.PayerPercent is not (> 0 and < Percent) : terms.PayerPercent != 0)
            throw new DomainException(FundingRules.RiskShare, "funding.payer_percent");
    }

    private long Due(int instalments) => (long)((decimal)YearlyCents * instalments / Instalments);
}
