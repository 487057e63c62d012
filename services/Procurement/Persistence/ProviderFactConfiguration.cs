using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Regio.Procurement.Catalogue;
using Regio.Procurement.Providers;
using Regio.Procurement.Providers.Admissions;
using Regio.Procurement.Providers.Facts;
using Regio.ServiceDefaults.Persistence;

namespace Regio.Procurement.Persistence;

internal sealed class CertificateConfiguration : IEntityTypeConfiguration<Certificate>
{
    public void Configure(EntityTypeBuilder<Certificate> table)
    {
        table.ToTable("certificate");
        table.HasKey(c => c.Id);
        table.Property(c => c.Id).ValueGeneratedNever();
        table.Property(c => c.Version).IsConcurrencyToken();
        table.Ignore(c => c.Running);
        table.HasIndex(c => c.ProviderId);
        table.HasOne<Provider>().WithMany().HasForeignKey(c => c.ProviderId).OnDelete(DeleteBehavior.Restrict);
        table.HasMany(c => c.Suspensions).WithOne().HasForeignKey("CertificateId").IsRequired().OnDelete(DeleteBehavior.Cascade);
        table.Navigation(c => c.Suspensions).AutoInclude();
    }
}

internal sealed class CertificateSuspensionConfiguration : IEntityTypeConfiguration<CertificateSuspension>
{
    public void Configure(EntityTypeBuilder<CertificateSuspension> table)
    {
        table.ToTable("certificate_suspension", t => t.HasCheckConstraint(
            "ck_certificate_suspension", "ground <> '' and upper_inf(validity) = (lift_ground = '')"));
        table.HasKey(s => s.Id);
        table.Property(s => s.Id).ValueGeneratedNever();
        table.Property(s => s.Ground);
    }
}

internal sealed class CareFormConfiguration : IEntityTypeConfiguration<CareForm>
{
    public void Configure(EntityTypeBuilder<CareForm> table)
    {
        table.ToTable("care_form");
        table.IsFactOfProvider();
    }
}

internal sealed class SubcontractConfiguration : IEntityTypeConfiguration<Subcontract>
{
    public void Configure(EntityTypeBuilder<Subcontract> table)
    {
        table.ToTable("subcontract", t => t.HasCheckConstraint("ck_subcontract", "name <> '' and (agb_code = '' or agb_code ~ '^[0-9]{8}$')"));
        table.IsFactOfProvider();
        table.HasOne<Product>().WithMany().HasForeignKey(s => s.ProductId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class SupervisionConfiguration : IEntityTypeConfiguration<Supervision>
{
    public void Configure(EntityTypeBuilder<Supervision> table)
    {
        table.ToTable("supervision", t => t.HasCheckConstraint("ck_supervision", "summary <> ''"));
        table.HasSource(s => s.Source);
        table.IsFactOfProvider();
    }
}

internal sealed class AdmissionStepConfiguration : IEntityTypeConfiguration<AdmissionStep>
{
    public void Configure(EntityTypeBuilder<AdmissionStep> table)
    {
        table.ToTable("admission_step", t =>
        {
            t.HasCheckConstraint("ck_admission_step_ground", "ground <> ''");
            t.HasCheckConstraint(
                "ck_admission_step_next",
                """
                (number = 1) = (previous is null) and case coalesce(previous, 'None')
                    when 'Applied' then state in ('Admitted', 'Refused', 'Withdrawn')
                    when 'Admitted' then state in ('Suspended', 'Withdrawn')
                    when 'Suspended' then state in ('Admitted', 'Withdrawn')
                    else state = 'Applied'
                end
                """);
        });
        table.HasKey(s => s.Id);
        table.Property(s => s.Id).ValueGeneratedNever();
        table.HasAlternateKey(s => new { s.ProviderId, s.Number, s.State });
        table.HasIndex(s => new { s.ProviderId, s.Number }).IsUnique();
        table.HasOne<Provider>().WithMany().HasForeignKey(s => s.ProviderId).OnDelete(DeleteBehavior.Restrict);
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

internal static class ProviderFactTables
{
    /// <summary>What the tables of facts that hold of a provider in a period have in common.</summary>
    public static void IsFactOfProvider<T>(this EntityTypeBuilder<T> table)
        where T : ProviderFact
    {
        table.HasKey(f => f.Id);
        table.Property(f => f.Id).ValueGeneratedNever();
        table.Property(f => f.Version).IsConcurrencyToken();
        table.HasIndex(f => f.ProviderId);
        table.HasOne<Provider>().WithMany().HasForeignKey(f => f.ProviderId).OnDelete(DeleteBehavior.Restrict);
    }
}
