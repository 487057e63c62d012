using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Regio.Procurement.Catalogue;
using Regio.Procurement.Providers;
using Regio.Procurement.Supply;

namespace Regio.Procurement.Persistence;

internal sealed class SupplyReportConfiguration : IEntityTypeConfiguration<SupplyReport>
{
    public void Configure(EntityTypeBuilder<SupplyReport> table)
    {
        table.ToTable("supply_report", t =>
        {
            t.HasCheckConstraint("ck_supply_report_counts", "coalesce(places, 0) >= 0 and coalesce(free_places, 0) >= 0 and waiting_clients >= 0 and coalesce(waiting_days, 0) >= 0");
            t.HasCheckConstraint("ck_supply_report_free", "free_places is null or (places is not null and free_places <= places)");
        });
        table.HasKey(r => r.Id);
        table.Property(r => r.Id).ValueGeneratedNever();
        table.HasIndex(r => new { r.ProviderId, r.ProductId, r.MeasuredOn, r.Id }).IsDescending(false, false, true, true);
        table.HasOne<Provider>().WithMany().HasForeignKey(r => r.ProviderId).OnDelete(DeleteBehavior.Restrict);
        table.HasOne<Product>().WithMany().HasForeignKey(r => r.ProductId).OnDelete(DeleteBehavior.Restrict);
    }
}
