namespace Regio.Reporting.Accounts;

/// <summary>
/// The account of the coordinating municipality over a period: what it shared out, what it invoiced, and the difference, the
/// hours that were claimed and how the funds stand, all in eurocents.
/// </summary>
/// <param name="From">First day.</param>
/// <param name="Until">Day after the last day.</param>
/// <param name="Subjects">What was shared out, by subject.</param>
/// <param name="Municipalities">What each municipality bears and was charged.</param>
/// <param name="Runs">The runs of invoices in the period.</param>
/// <param name="Hours">The hours that were claimed.</param>
/// <param name="Funds">The funds.</param>
/// <param name="LastEventAt">Until when it knows what was done; absent while it knows nothing.</param>
internal sealed record AccountView(
    DateOnly From,
    DateOnly Until,
    IReadOnlyList<AccountedSubject> Subjects,
    IReadOnlyList<AccountedMunicipality> Municipalities,
    IReadOnlyList<AccountedRun> Runs,
    IReadOnlyList<AccountedHours> Hours,
    IReadOnlyList<AccountedFund> Funds,
    DateTimeOffset? LastEventAt)
{
    public decimal AllocatedCents => Subjects.Sum(subject => subject.Cents);

    public decimal InvoicedCents => Municipalities.Sum(municipality => municipality.InvoicedCents);

    public decimal ClaimedCents => Hours.Sum(hours => hours.Cents);
}

/// <summary>What was shared out under one subject.</summary>
/// <param name="Subject">What the cost is.</param>
/// <param name="Allocations">How many allocations, those that take one back included.</param>
/// <param name="Cents">Their sum; what was taken back is negative in it.</param>
internal sealed record AccountedSubject(string Subject, int Allocations, decimal Cents);

/// <summary>What a municipality bears and was charged.</summary>
internal sealed record AccountedMunicipality
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    /// <summary>Sum of its shares.</summary>
    public required decimal AllocatedCents { get; init; }

    /// <summary>Sum of its invoices without tax, or of what it books itself.</summary>
    public required decimal InvoicedCents { get; init; }

    public required decimal VatCents { get; init; }

    /// <summary>Whether it is the coordinating municipality, which books its own share.</summary>
    public required bool IsOwnShare { get; init; }

    /// <summary>What it bears and was not charged in the period; below zero where earlier costs were charged.</summary>
    public decimal OpenCents => AllocatedCents - InvoicedCents;
}

/// <summary>A run of invoices.</summary>
internal sealed record AccountedRun(string Reference, DateOnly InvoiceDate, bool IsCorrection, decimal Cents, decimal VatCents);

/// <summary>Hours of some work that a municipality claimed in a quarter at one rate; claims that were taken back are not in it.</summary>
internal sealed record AccountedHours
{
    /// <summary>Code of the work.</summary>
    public required string Work { get; init; }

    /// <summary>First day of the calendar quarter.</summary>
    public required DateOnly QuarterStart { get; init; }

    public required string MunicipalityId { get; init; }

    public required string MunicipalityName { get; init; }

    public required long Minutes { get; init; }

    /// <summary>What an hour costs.</summary>
    public required long RateCents { get; init; }

    /// <summary>Sum of the claims, each of which was rounded by itself.</summary>
    public required decimal Cents { get; init; }

    /// <summary>Part of it that was spent from a fund.</summary>
    public required decimal FromFundsCents { get; init; }
}

/// <summary>A fund: what happened to it in the period, and what it held at the end of it.</summary>
internal sealed record AccountedFund
{
    public required Guid Id { get; init; }

    public required string Name { get; init; }

    /// <summary>earmarked-grant, transformation, jenn, pok or budget-line.</summary>
    public required string Kind { get; init; }

    /// <summary>Day after the last day on which it can be spent; null: no end.</summary>
    public required DateOnly? ValidUntil { get; init; }

    public required FundSums InPeriod { get; init; }

    /// <summary>From the beginning of the fund to the end of the period.</summary>
    public required FundSums ToDate { get; init; }
}

/// <summary>What happened to a fund over some time.</summary>
/// <param name="GrantedCents">What was granted, less what a grant was lowered by.</param>
/// <param name="CommittedCents">What was committed, less what was released.</param>
/// <param name="SpentCents">What was spent.</param>
/// <param name="RepaidCents">What went back to the grantor.</param>
internal sealed record FundSums(decimal GrantedCents, decimal CommittedCents, decimal SpentCents, decimal RepaidCents)
{
    /// <summary>What can still be committed; below zero where more was committed than there is.</summary>
    public decimal FreeCents => GrantedCents - RepaidCents - CommittedCents;

    /// <summary>What is left to spend; below zero where more was spent than there is.</summary>
    public decimal UnspentCents => GrantedCents - RepaidCents - SpentCents;

    public static FundSums Of(IEnumerable<FundSums> funds) => funds.Aggregate(
        new FundSums(0, 0, 0, 0),
        (sum, fund) => new(sum.GrantedCents + fund.GrantedCents, sum.CommittedCents + fund.CommittedCents, sum.SpentCents + fund.SpentCents, sum.RepaidCents + fund.RepaidCents));
}
