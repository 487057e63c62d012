using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Regio.Municipalities.Funds;
using Regio.Municipalities.Register;
using Regio.ServiceDefaults.Persistence;

namespace Regio.Municipalities.Persistence;

internal sealed class FundConfiguration : IEntityTypeConfiguration<Fund>
{
    /// <summary>Shadow column of the tables below a fund.</summary>
    public const string FundId = "FundId";

    public void Configure(EntityTypeBuilder<Fund> table)
    {
        table.ToTable("fund", t => t.HasCheckConstraint("ck_fund_warn_days", "warn_days > 0"));
        table.HasKey(f => f.Id);
        table.Property(f => f.Id).ValueGeneratedNever();
        table.Property(f => f.Version).IsConcurrencyToken();
        table.Ignore(f => f.Balance);
        table.HasIndex(f => new { f.RegionId, f.Id });
        table.HasSource(f => f.Source);
        table.HasOne<Region>().WithMany().HasForeignKey(f => f.RegionId).OnDelete(DeleteBehavior.Restrict);
        table.HasOne<Municipality>().WithMany().HasForeignKey(f => f.MunicipalityId).OnDelete(DeleteBehavior.Restrict);
        table.HasMany(f => f.Entries).WithOne().HasForeignKey(FundId).OnDelete(DeleteBehavior.Restrict);
        table.HasMany(f => f.Applications).WithOne().HasForeignKey(FundId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class FundEntryConfiguration : IEntityTypeConfiguration<FundEntry>
{
    public void Configure(EntityTypeBuilder<FundEntry> table)
    {
        table.ToTable("fund_entry", t =>
        {
            t.HasCheckConstraint("ck_fund_entry_amount", "amount_cents > 0 or kind = 'Granted'");
            t.HasCheckConstraint("ck_fund_entry_commitment", "(kind in ('Spent', 'Released')) = (commitment_number is not null)");
            t.HasCheckConstraint("ck_fund_entry_released", "kind <> 'Released' or (reason <> '' and not is_beyond)");
            t.HasCheckConstraint("ck_fund_entry_beyond", "not is_beyond or kind = 'Granted' or reason <> ''");
        });
        table.Property<Guid>(FundConfiguration.FundId);
        table.HasKey(FundConfiguration.FundId, nameof(FundEntry.Number));
        table.Property(e => e.Number).ValueGeneratedNever();
    }
}

internal sealed class FundApplicationConfiguration : IEntityTypeConfiguration<FundApplication>
{
    public void Configure(EntityTypeBuilder<FundApplication> table)
    {
        table.ToTable("fund_application", t =>
        {
            t.HasCheckConstraint("ck_fund_application_amount", "amount_cents > 0");
            t.HasCheckConstraint("ck_fund_application_granted", "granted_cents >= 0 and (decided_on is not null or granted_cents = 0)");
        });
        table.Property<Guid>(FundConfiguration.FundId);
        table.HasKey(FundConfiguration.FundId, nameof(FundApplication.Number));
        table.Property(a => a.Number).ValueGeneratedNever();
    }
}
