using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Regio.Municipalities.Costs;
using Regio.Municipalities.Invoices;
using Regio.Municipalities.Register;

namespace Regio.Municipalities.Persistence;

internal sealed class InvoiceRunConfiguration : IEntityTypeConfiguration<InvoiceRun>
{
    /// <summary>Shadow column of the tables below a run.</summary>
    public const string RunId = "RunId";

    public void Configure(EntityTypeBuilder<InvoiceRun> table)
    {
        table.ToTable("invoice_run", t =>
        {
            t.HasCheckConstraint("ck_invoice_run_number", "number > 0 and year = extract(year from invoice_date)");
            t.HasCheckConstraint("ck_invoice_run_due", "due_date >= invoice_date");
        });
        table.HasKey(r => r.Id);
        table.Property(r => r.Id).ValueGeneratedNever();
        table.Ignore(r => r.AmountCents);
        table.Ignore(r => r.VatCents);
        table.Ignore(r => r.Reference);
        table.HasIndex(r => new { r.RegionId, r.Year, r.Number }).IsUnique();
        table.HasIndex(r => new { r.RegionId, r.Id });
        table.HasOne<Region>().WithMany().HasForeignKey(r => r.RegionId).OnDelete(DeleteBehavior.Restrict);
        table.HasOne<Municipality>().WithMany().HasForeignKey(r => r.CoordinatingMunicipalityId).OnDelete(DeleteBehavior.Restrict);
        table.HasOne<InvoiceRun>().WithMany().HasForeignKey(r => r.CorrectsId).OnDelete(DeleteBehavior.Restrict);
        table.HasMany(r => r.Items).WithOne().HasForeignKey(RunId).OnDelete(DeleteBehavior.Restrict);
        table.HasMany(r => r.Invoices).WithOne().HasForeignKey(RunId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class InvoicedAllocationConfiguration : IEntityTypeConfiguration<InvoicedAllocation>
{
    public void Configure(EntityTypeBuilder<InvoicedAllocation> table)
    {
        table.ToTable("invoiced_allocation");
        table.Property<Guid>(InvoiceRunConfiguration.RunId);
        // The allocation alone is the key: it is invoiced once.
        table.HasKey(i => i.CostAllocationId);
        table.Property(i => i.CostAllocationId).ValueGeneratedNever();
        table.HasOne<CostAllocation>().WithMany().HasForeignKey(i => i.CostAllocationId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class InvoiceConfiguration : IEntityTypeConfiguration<Invoice>
{
    public void Configure(EntityTypeBuilder<Invoice> table)
    {
        table.ToTable("invoice");
        table.Property<Guid>(InvoiceRunConfiguration.RunId);
        table.HasKey(InvoiceRunConfiguration.RunId, nameof(Invoice.MunicipalityId));
        table.Ignore(i => i.AmountCents);
        table.Ignore(i => i.VatCents);
        table.HasOne<Municipality>().WithMany().HasForeignKey(i => i.MunicipalityId).OnDelete(DeleteBehavior.Restrict);
        table.HasMany(i => i.Lines).WithOne().HasForeignKey(InvoiceRunConfiguration.RunId, "MunicipalityId").OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class InvoiceLineConfiguration : IEntityTypeConfiguration<InvoiceLine>
{
    public void Configure(EntityTypeBuilder<InvoiceLine> table)
    {
        table.ToTable("invoice_line", t => t.HasCheckConstraint("ck_invoice_line_vat", "vat_cents = 0 or (treatment = 'Standard' and sign(vat_cents) = sign(amount_cents))"));
        table.Property<Guid>(InvoiceRunConfiguration.RunId);
        table.Property<string>("MunicipalityId");
        table.HasKey(InvoiceRunConfiguration.RunId, "MunicipalityId", nameof(InvoiceLine.CostAllocationId));
        table.HasOne<InvoicedAllocation>().WithMany().HasForeignKey(l => l.CostAllocationId).OnDelete(DeleteBehavior.Restrict);
    }
}
