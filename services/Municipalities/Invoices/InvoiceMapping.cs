using System.Globalization;
using Regio.ServiceDefaults.Grpc;

namespace Regio.Municipalities.Invoices;

/// <summary>From invoice runs to their messages. The numbers of the enums are those of the messages.</summary>
internal static class InvoiceMapping
{
    /// <summary>A run that was issued.</summary>
    public static V1.InvoiceRun ToProto(this InvoiceRun run)
    {
        var mapped = run.ToPreview();
        mapped.Id = run.Id.ToString("D");
        mapped.Reference = run.Reference;
        mapped.CreateTime = run.IssuedAt.ToProto();
        foreach (var (invoice, i) in mapped.Invoices.Select((invoice, i) => (invoice, i + 1)))
            invoice.Number = string.Create(CultureInfo.InvariantCulture, $"{run.Reference}-{i:00}");
        return mapped;
    }

    /// <summary>A run that is only shown.</summary>
    public static V1.InvoiceRun ToPreview(this InvoiceRun run) => new()
    {
        Content = new V1.InvoiceRunContent
        {
            RegionId = run.RegionId,
            InvoiceDate = run.InvoiceDate.ToProto(),
            DueDate = run.DueDate.ToProto(),
            Items =
            {
                run.Items.OrderBy(i => i.Position).Select(i => new V1.InvoiceItem
                {
                    CostAllocationId = i.CostAllocationId.ToString("D"), VatTreatment = (V1.VatTreatment)i.Treatment,
                }),
            },
            CorrectsId = run.CorrectsId?.ToString("D") ?? "",
        },
        CoordinatingMunicipalityId = run.CoordinatingMunicipalityId,
        Invoices = { run.Invoices.OrderBy(i => i.Position).Select(ToProto) },
        AmountCents = run.AmountCents,
        VatCents = run.VatCents,
    };

    private static V1.Invoice ToProto(Invoice invoice) => new()
    {
        MunicipalityId = invoice.MunicipalityId,
        MunicipalityName = invoice.MunicipalityName,
        OwnShare = invoice.IsOwnShare,
        Lines = { invoice.Lines.OrderBy(l => l.Position).Select(ToProto) },
        AmountCents = invoice.AmountCents,
        VatCents = invoice.VatCents,
    };

    private static V1.InvoiceLine ToProto(InvoiceLine line) => new()
    {
        CostAllocationId = line.CostAllocationId.ToString("D"),
        Subject = line.Subject,
        AmountCents = line.AmountCents,
        VatTreatment = (V1.VatTreatment)line.Treatment,
        VatCents = line.VatCents,
    };
}
