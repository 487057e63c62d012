using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Regio.Reporting.Projection;

namespace Regio.Reporting.Persistence;

// Rows of one event may come before those of another, so there are no references between what comes from different aggregates.
internal sealed class ProjectedMunicipalityConfiguration : IEntityTypeConfiguration<ProjectedMunicipality>
{
    public void Configure(EntityTypeBuilder<ProjectedMunicipality> table)
    {
        table.ToTable("municipality");
        table.HasKey(m => m.Id);
    }
}

internal sealed class ProjectedYouthCountConfiguration : IEntityTypeConfiguration<ProjectedYouthCount>
{
    public void Configure(EntityTypeBuilder<ProjectedYouthCount> table)
    {
        table.ToTable("youth_count");
        table.HasKey(c => new { c.MunicipalityId, c.ReferenceDate });
        table.HasOne<ProjectedMunicipality>().WithMany().HasForeignKey(c => c.MunicipalityId);
    }
}

internal sealed class ProjectedMembershipConfiguration : IEntityTypeConfiguration<ProjectedMembership>
{
    public void Configure(EntityTypeBuilder<ProjectedMembership> table)
    {
        table.ToTable("membership");
        table.HasKey(m => new { m.MunicipalityId, m.RegionId, m.ValidFrom });
        table.HasOne<ProjectedMunicipality>().WithMany().HasForeignKey(m => m.MunicipalityId);
    }
}

internal sealed class ProjectedKeyConfiguration : IEntityTypeConfiguration<ProjectedKey>
{
    public void Configure(EntityTypeBuilder<ProjectedKey> table)
    {
        table.ToTable("allocation_key");
        table.HasKey(k => k.Id);
    }
}

internal sealed class ProjectedKeyWeightConfiguration : IEntityTypeConfiguration<ProjectedKeyWeight>
{
    public void Configure(EntityTypeBuilder<ProjectedKeyWeight> table)
    {
        table.ToTable("allocation_key_weight");
        table.HasKey(w => new { w.AllocationKeyId, w.MunicipalityId });
        // Without precision the database keeps the digits as published: 5.0 stays 5.0.
        table.Property(w => w.Percentage).HasColumnType("numeric");
        table.HasOne<ProjectedKey>().WithMany().HasForeignKey(w => w.AllocationKeyId);
    }
}

internal sealed class ProjectedAllocationConfiguration : IEntityTypeConfiguration<ProjectedAllocation>
{
    public void Configure(EntityTypeBuilder<ProjectedAllocation> table)
    {
        table.ToTable("allocation");
        table.HasKey(a => a.Id);
        table.Property(a => a.PercentageSum).HasColumnType("numeric");
        table.HasIndex(a => new { a.OccurredAt, a.Id });
    }
}

internal sealed class ProjectedShareConfiguration : IEntityTypeConfiguration<ProjectedShare>
{
    public void Configure(EntityTypeBuilder<ProjectedShare> table)
    {
        table.ToTable("allocation_share");
        table.HasKey(s => new { s.AllocationId, s.MunicipalityId });
        // The latest of one municipality are found without looking at those of others.
        table.HasIndex(s => new { s.MunicipalityId, s.OccurredAt, s.AllocationId });
        table.HasOne<ProjectedAllocation>().WithMany().HasForeignKey(s => s.AllocationId);
    }
}

internal sealed class MunicipalityTotalConfiguration : IEntityTypeConfiguration<MunicipalityTotal>
{
    public void Configure(EntityTypeBuilder<MunicipalityTotal> table)
    {
        table.ToTable("municipality_total");
        table.HasKey(t => t.MunicipalityId);
        table.Property(t => t.SumCents).HasColumnType("numeric");
    }
}

internal sealed class SharerSetConfiguration : IEntityTypeConfiguration<SharerSet>
{
    public void Configure(EntityTypeBuilder<SharerSet> table)
    {
        table.ToTable("sharer_set");
        table.HasKey(s => s.Digest);
        table.HasIndex(s => s.MunicipalityIds).HasMethod("gin");
    }
}
