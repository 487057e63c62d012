using Microsoft.EntityFrameworkCore;
using Regio.Messages.Municipalities.V1;
using Regio.Reporting.Persistence;

namespace Regio.Reporting.Projection;

/// <summary>Keeps what was invoiced.</summary>
internal sealed class OnInvoiceRunIssued(ReportingDbContext db) : EventProjection<InvoiceRunIssued, ProjectedInvoiceRun>
{
    public override async Task ApplyAsync(InvoiceRunIssued issued, CancellationToken ct)
    {
        var isNew = await db.Database.ExecuteSqlAsync(
            $"""
             insert into invoice_run (id, region_id, reference, invoice_date, is_correction, occurred_at)
             values ({issued.InvoiceRunId}, {issued.RegionId}, {issued.Reference}, {issued.InvoiceDate}, {issued.IsCorrection}, {issued.OccurredAt.ToUniversalTime()})
             on conflict do nothing
             """,
            ct) == 1;
        if (!isNew)
            return;
        db.AddRange(issued.Invoices.Select(invoice => new ProjectedInvoice
        {
            RunId = issued.InvoiceRunId,
            MunicipalityId = invoice.MunicipalityId,
            AmountCents = invoice.AmountCents,
            VatCents = invoice.VatCents,
            IsOwnShare = invoice.IsOwnShare,
        }));
    }
}
