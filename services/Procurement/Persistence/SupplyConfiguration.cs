using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Regio.Procurement.Catalogue;
using Regio.Procurement.Providers;
using Regio.Procurement.Supply;
using Regio.Procurement.Supply.Staleness;
using Regio.Procurement.Supply.TargetPaths;
using Regio.ServiceDefaults.Persistence;

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

internal sealed class StaleReportConfiguration : IEntityTypeConfiguration<StaleReport>
{
    public void Configure(EntityTypeBuilder<StaleReport> table)
    {
        table.ToTable("stale_report");
        table.HasKey(r => r.ReportId);
        table.Property(r => r.ReportId).ValueGeneratedNever();
        table.HasOne<SupplyReport>().WithOne().HasForeignKey<StaleReport>(r => r.ReportId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class TargetPathConfiguration : IEntityTypeConfiguration<TargetPath>
{
    public void Configure(EntityTypeBuilder<TargetPath> table)
    {
        table.ToTable("target_path", t => t.HasCheckConstraint("ck_target_path", "region_id <> '' and version > 0 and ground <> ''"));
        table.HasKey(p => p.Id);
        table.Property(p => p.Id).ValueGeneratedNever();
        table.HasSource(p => p.Source);
        table.HasIndex(p => new { p.RegionId, p.Version }).IsUnique();
        table.HasMany(p => p.Products).WithOne().HasForeignKey("PathId").IsRequired().OnDelete(DeleteBehavior.Restrict);
        table.HasMany(p => p.Points).WithOne().HasForeignKey("PathId").IsRequired().OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class TargetPathProductConfiguration : IEntityTypeConfiguration<TargetPathProduct>
{
    public void Configure(EntityTypeBuilder<TargetPathProduct> table)
    {
        table.ToTable("target_path_product");
        table.Property<Guid>("PathId");
        table.HasKey("PathId", nameof(TargetPathProduct.ProductId));
        table.HasOne<Product>().WithMany().HasForeignKey(p => p.ProductId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class TargetPathPointConfiguration : IEntityTypeConfiguration<TargetPathPoint>
{
    public void Configure(EntityTypeBuilder<TargetPathPoint> table)
    {
        table.ToTable("target_path_point", t => t.HasCheckConstraint("ck_target_path_point", "places >= 0"));
        table.Property<Guid>("PathId");
        table.HasKey("PathId", nameof(TargetPathPoint.StartsOn));
    }
}
