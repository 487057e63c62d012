namespace Regio.Reporting.Accounts;

/// <summary>
/// The account of the coordinating municipality over a period: what it shared out, what it invoiced, and the difference,
/// all in eurocents.
/// </summary>
/// <param name="From">First day.</param>
/// <param name="Until">Day after the last day.</param>
/// <param name="Subjects">What was shared out, by subject.</param>
/// <param name="Municipalities">What each municipality bears and was charged.</param>
/// <param name="Runs">The runs of invoices in the period.</param>
/// <param name="LastEventAt">Until when it knows what was done; absent while it knows nothing.</param>
internal sealed record AccountView(
    DateOnly From, DateOnly Until, IReadOnlyList<AccountedSubject> Subjects, IReadOnlyList<AccountedMunicipality> Municipalities, IReadOnlyList<AccountedRun> Runs, DateTimeOffset? LastEventAt)
{
    public decimal AllocatedCents => Subjects.Sum(subject => subject.Cents);

    public decimal InvoicedCents => Municipalities.Sum(municipality => municipality.InvoicedCents);
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
