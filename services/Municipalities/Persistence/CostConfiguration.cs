using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Regio.Municipalities.Costs;
using Regio.Municipalities.Register;
using Regio.Municipalities.Requests;
using Regio.ServiceDefaults.Persistence;

namespace Regio.Municipalities.Persistence;

internal sealed class AllocationKeyConfiguration : IEntityTypeConfiguration<AllocationKey>
{
    public void Configure(EntityTypeBuilder<AllocationKey> table)
    {
        table.ToTable("allocation_key");
        table.HasKey(k => k.Id);
        table.Property(k => k.Id).ValueGeneratedNever();
        table.Property(k => k.Purpose);
        table.Property(k => k.Version).IsConcurrencyToken();
        table.HasSource(k => k.Source);
        table.HasMany(k => k.Percentages).WithOne().HasForeignKey("AllocationKeyId").OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class KeyPercentageConfiguration : IEntityTypeConfiguration<KeyPercentage>
{
    public void Configure(EntityTypeBuilder<KeyPercentage> table)
    {
        table.ToTable("allocation_key_percentage", t => t.HasCheckConstraint("ck_allocation_key_percentage", "percentage >= 0"));
        table.Property<Guid>("AllocationKeyId");
        table.HasKey("AllocationKeyId", nameof(KeyPercentage.MunicipalityId));
        table.HasIndex("AllocationKeyId", nameof(KeyPercentage.Rank)).IsUnique();
        // Without precision the database keeps the digits as published: 5.0 stays 5.0.
        table.Property(p => p.Percentage).HasColumnType("numeric");
        table.HasSource(p => p.Source);
        table.HasOne<Municipality>().WithMany().HasForeignKey(p => p.MunicipalityId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class CostAllocationConfiguration : IEntityTypeConfiguration<CostAllocation>
{
    public void Configure(EntityTypeBuilder<CostAllocation> table)
    {
        table.ToTable("cost_allocation", t =>
        {
            t.HasCheckConstraint("ck_cost_allocation_amount", "amount_cents <> 0 and (credits_id is null) = (amount_cents > 0) and (credits_id is null) = (credit_reason is null)");
            t.HasCheckConstraint("ck_cost_allocation_subject", $"char_length(subject) between 1 and {MunicipalityRequestRules.MostSubjectCharacters}");
        });
        table.HasKey(a => a.Id);
        table.Property(a => a.Id).ValueGeneratedNever();
        table.Property(a => a.Subject);
        table.Property(a => a.AmountCents);
        table.HasIndex(a => new { a.Purpose, a.Id });
        table.HasIndex(a => a.CreditsId).IsUnique();
        table.HasOne<CostAllocation>().WithMany().HasForeignKey(a => a.CreditsId).OnDelete(DeleteBehavior.Restrict);
        table.HasOne<AllocationKey>().WithMany().HasForeignKey(a => a.AllocationKeyId).OnDelete(DeleteBehavior.Restrict);
        table.HasMany(a => a.Shares).WithOne().HasForeignKey("CostAllocationId").OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ShareConfiguration : IEntityTypeConfiguration<Share>
{
    public void Configure(EntityTypeBuilder<Share> table)
    {
        table.ToTable("cost_share");
        table.Property<Guid>("CostAllocationId");
        table.HasKey("CostAllocationId", nameof(Share.MunicipalityId));
        table.Property(s => s.Percentage).HasColumnType("numeric");
        table.HasOne<Municipality>().WithMany().HasForeignKey(s => s.MunicipalityId).OnDelete(DeleteBehavior.Restrict);
    }
}
