namespace Regio.Reporting.Projection;

/// <summary>A run of invoices; it never changes.</summary>
internal sealed record ProjectedInvoiceRun
{
    public required Guid Id { get; init; }

    public required string RegionId { get; init; }

    /// <summary>Year and number, such as 2026-001.</summary>
    public required string Reference { get; init; }

    public required DateOnly InvoiceDate { get; init; }

    public required bool IsCorrection { get; init; }

    public required DateTimeOffset OccurredAt { get; init; }
}

/// <summary>What one municipality is charged in a run, in eurocents.</summary>
internal sealed record ProjectedInvoice
{
    public required Guid RunId { get; init; }

    public required string MunicipalityId { get; init; }

    public required long AmountCents { get; init; }

    public required long VatCents { get; init; }

    /// <summary>Whether the coordinating municipality books it itself.</summary>
    public required bool IsOwnShare { get; init; }
}
