using Regio.Messages.Municipalities.V1;

namespace Regio.Municipalities.Invoices;

/// <summary>What invoice runs tell the other services.</summary>
internal static class InvoiceEvents
{
    public static InvoiceRunIssued Issued(InvoiceRun run) => new()
    {
        InvoiceRunId = run.Id,
        AggregateVersion = run.Version,
        OccurredAt = run.IssuedAt,
        RegionId = run.RegionId,
        Reference = run.Reference,
        InvoiceDate = run.InvoiceDate,
        IsCorrection = run.CorrectsId is not null,
        AmountCents = run.AmountCents,
        VatCents = run.VatCents,
        Invoices =
        [
            .. run.Invoices.OrderBy(i => i.Position).Select(i => new InvoicedAmount
            {
                MunicipalityId = i.MunicipalityId, AmountCents = i.AmountCents, VatCents = i.VatCents, IsOwnShare = i.IsOwnShare,
            }),
        ],
    };
}
