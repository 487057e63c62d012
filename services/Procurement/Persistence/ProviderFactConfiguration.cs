using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Regio.Procurement.Catalogue;
using Regio.Procurement.Providers;
using Regio.Procurement.Providers.Facts;

namespace Regio.Procurement.Persistence;

internal sealed class CertificateConfiguration : IEntityTypeConfiguration<Certificate>
{
    public void Configure(EntityTypeBuilder<Certificate> table)
    {
        table.ToTable("certificate", t => t.HasCheckConstraint(
            "ck_certificate_suspended", "(suspended_on is null) = (suspension_ground = '') and (suspended_on is null or validity @> suspended_on)"));
        table.HasKey(c => c.Id);
        table.Property(c => c.Id).ValueGeneratedNever();
        table.Property(c => c.Version).IsConcurrencyToken();
        table.HasIndex(c => c.ProviderId);
        table.HasOne<Provider>().WithMany().HasForeignKey(c => c.ProviderId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ContinuitySignalConfiguration : IEntityTypeConfiguration<ContinuitySignal>
{
    public void Configure(EntityTypeBuilder<ContinuitySignal> table)
    {
        table.ToTable("continuity_signal", t =>
        {
            t.HasCheckConstraint("ck_continuity_signal_days", "follow_up_on >= noted_on and (closed_on is null or closed_on >= noted_on)");
            t.HasCheckConstraint("ck_continuity_signal_closed", "(closed_on is null) = (outcome = '')");
        });
        table.HasKey(s => s.Id);
        table.Property(s => s.Id).ValueGeneratedNever();
        table.Property(s => s.Version).IsConcurrencyToken();
        table.HasIndex(s => s.ProviderId);
        table.HasOne<Provider>().WithMany().HasForeignKey(s => s.ProviderId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class EssentialSupplyConfiguration : IEntityTypeConfiguration<EssentialSupply>
{
    public void Configure(EntityTypeBuilder<EssentialSupply> table)
    {
        table.ToTable("essential_supply", t => t.HasCheckConstraint("ck_essential_supply_ground", "ground <> ''"));
        table.HasKey(s => s.Id);
        table.Property(s => s.Id).ValueGeneratedNever();
        table.HasIndex(s => s.ProviderId);
        table.HasOne<Provider>().WithMany().HasForeignKey(s => s.ProviderId).OnDelete(DeleteBehavior.Restrict);
        table.HasOne<Product>().WithMany().HasForeignKey(s => s.ProductId).OnDelete(DeleteBehavior.Restrict);
    }
}
