using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Regio.Reporting.Projection;

namespace Regio.Reporting.Persistence;

internal sealed class ProjectedInvoiceRunConfiguration : IEntityTypeConfiguration<ProjectedInvoiceRun>
{
    public void Configure(EntityTypeBuilder<ProjectedInvoiceRun> table)
    {
        table.ToTable("invoice_run");
        table.HasKey(run => run.Id);
        table.HasIndex(run => run.InvoiceDate);
        table.HasIndex(run => run.OccurredAt);
    }
}

internal sealed class ProjectedInvoiceConfiguration : IEntityTypeConfiguration<ProjectedInvoice>
{
    public void Configure(EntityTypeBuilder<ProjectedInvoice> table)
    {
        table.ToTable("invoice");
        table.HasKey(invoice => new { invoice.RunId, invoice.MunicipalityId });
        table.HasOne<ProjectedInvoiceRun>().WithMany().HasForeignKey(invoice => invoice.RunId);
    }
}
