using Regio.Messages.Municipalities.V1;

namespace Regio.Reporting.Tests.Accounts;

/// <summary>The events that Municipalities publishes of invoices.</summary>
internal static class InvoiceRuns
{
    public static InvoiceRunIssued Run(Guid id, string reference, DateOnly date, bool correction, params (string Id, long Cents, bool Own)[] invoices) => new()
    {
        InvoiceRunId = id,
        AggregateVersion = 1,
        OccurredAt = DateTimeOffset.UnixEpoch.AddYears(56),
        RegionId = "JHRD",
        Reference = reference,
        InvoiceDate = date,
        IsCorrection = correction,
        AmountCents = invoices.Sum(i => i.Cents),
        VatCents = 0,
        Invoices = [.. invoices.Select(i => new InvoicedAmount { MunicipalityId = i.Id, AmountCents = i.Cents, VatCents = 0, IsOwnShare = i.Own })],
    };
}
