namespace Regio.Messages.Municipalities.V1;

/// <summary>A run of invoices was issued. Aggregate: the run, which never changes.</summary>
[ReadBy("reporting")]
public sealed record InvoiceRunIssued
{
    /// <summary>Id of the run (UUIDv7).</summary>
    public required Guid InvoiceRunId { get; init; }

    /// <summary>Version of the aggregate, from 1.</summary>
    public required long AggregateVersion { get; init; }

    /// <summary>When it was recorded, UTC.</summary>
    public required DateTimeOffset OccurredAt { get; init; }

    /// <summary>Code of the region, such as JHRD.</summary>
    public required string RegionId { get; init; }

    /// <summary>Year and number, such as 2026-001.</summary>
    public required string Reference { get; init; }

    /// <summary>Date of the invoices.</summary>
    public required DateOnly InvoiceDate { get; init; }

    /// <summary>Whether it corrects an earlier run.</summary>
    public required bool IsCorrection { get; init; }

    /// <summary>Sum of the invoices without tax, in eurocents; may be negative for a correction.</summary>
    public required long AmountCents { get; init; }

    /// <summary>Sum of the tax, in eurocents.</summary>
    public required long VatCents { get; init; }

    /// <summary>What each municipality is charged; without tax these add up to <see cref="AmountCents"/>.</summary>
    public required IReadOnlyList<InvoicedAmount> Invoices { get; init; }
}

/// <summary>What one municipality is charged.</summary>
public sealed record InvoicedAmount
{
    /// <summary>CBS code.</summary>
    public required string MunicipalityId { get; init; }

    /// <summary>Without tax, in eurocents.</summary>
    public required long AmountCents { get; init; }

    /// <summary>Tax, in eurocents.</summary>
    public required long VatCents { get; init; }

    /// <summary>Whether it is the share of the coordinating municipality itself, which is booked and not sent.</summary>
    public required bool IsOwnShare { get; init; }
}
