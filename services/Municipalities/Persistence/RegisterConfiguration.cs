using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Regio.Municipalities.Register;
using Regio.ServiceDefaults.Persistence;

namespace Regio.Municipalities.Persistence;

internal sealed class MunicipalityConfiguration : IEntityTypeConfiguration<Municipality>
{
    public void Configure(EntityTypeBuilder<Municipality> table)
    {
        table.ToTable("municipality", t =>
        {
            t.HasCheckConstraint("ck_municipality_id", "id ~ '^GM[0-9]{4}$'");
            t.HasCheckConstraint("ck_municipality_ended", "(ended_on is null) = (successor_id is null) and successor_id <> id");
        });
        table.HasKey(m => m.Id);
        table.HasIndex(m => m.Rank).IsUnique();
        table.Property(m => m.Version).IsConcurrencyToken();
        table.HasSource(m => m.Source);
        table.Ignore(m => m.Facts);
        table.HasOne<Municipality>().WithMany().HasForeignKey(m => m.SuccessorId).OnDelete(DeleteBehavior.Restrict);
        table.HasMany(m => m.YouthCounts).WithOne().HasForeignKey("MunicipalityId").OnDelete(DeleteBehavior.Cascade);
        table.HasMany(m => m.Memberships).WithOne().HasForeignKey("MunicipalityId").IsRequired().OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class YouthCountConfiguration : IEntityTypeConfiguration<YouthCount>
{
    public void Configure(EntityTypeBuilder<YouthCount> table)
    {
        table.ToTable("youth_count", t => t.HasCheckConstraint("ck_youth_count_persons", "persons >= 0"));
        table.Property<string>("MunicipalityId");
        table.HasKey("MunicipalityId", nameof(YouthCount.ReferenceDate));
        table.HasSource(c => c.Source);
    }
}

internal sealed class RegionConfiguration : IEntityTypeConfiguration<Region>
{
    public void Configure(EntityTypeBuilder<Region> table)
    {
        table.ToTable("region");
        table.HasKey(r => r.Id);
        table.HasAlternateKey(r => new { r.Id, r.Kind });
        table.HasSource(r => r.Source);
    }
}

internal sealed class RegionRoleConfiguration : IEntityTypeConfiguration<RegionRole>
{
    public void Configure(EntityTypeBuilder<RegionRole> table)
    {
        table.ToTable("region_role", t =>
        {
            t.HasCheckConstraint("ck_region_role_end", "upper_inf(validity) = (end_precision is null)");
            t.HasCheckConstraint("ck_region_role_superseded", "superseded_at > recorded_at");
        });
        table.Property<long>("Id").UseIdentityAlwaysColumn();
        table.HasKey("Id");
        table.HasSource(r => r.Source);
        table.HasOne<Region>().WithMany().HasForeignKey(r => r.RegionId).OnDelete(DeleteBehavior.Restrict);
        table.HasOne<Municipality>().WithMany().HasForeignKey(r => r.MunicipalityId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class MembershipConfiguration : IEntityTypeConfiguration<Membership>
{
    public void Configure(EntityTypeBuilder<Membership> table)
    {
        table.ToTable("membership", t => t.HasCheckConstraint(
            "ck_membership_divided", "region_kind = 'Procurement' or (product_group = '' and care = 'All')"));
        table.Ignore(m => m.Scope);
        table.Property<string>("MunicipalityId");
        table.Property<long>("Id").UseIdentityAlwaysColumn();
        table.HasKey("Id");
        table.HasSource(m => m.Source);
        // The kind is in the key of the reference, so it is always that of the region.
        table.HasOne<Region>().WithMany()
            .HasForeignKey(m => new { m.RegionId, m.RegionKind })
            .HasPrincipalKey(r => new { r.Id, r.Kind })
            .OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class MunicipalityVersionConfiguration : IEntityTypeConfiguration<MunicipalityVersion>
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public void Configure(EntityTypeBuilder<MunicipalityVersion> table)
    {
        table.ToTable("municipality_version");
        table.HasKey(v => new { v.MunicipalityId, v.Version });
        table.Property(v => v.Facts).HasColumnType("jsonb").HasConversion(
            facts => JsonSerializer.Serialize(facts, Json),
            text => JsonSerializer.Deserialize<MunicipalityFacts>(text, Json)!);
    }
}

internal sealed class ClaimConfiguration : IEntityTypeConfiguration<Claim>
{
    public void Configure(EntityTypeBuilder<Claim> table)
    {
        table.ToTable("claim", t => t.HasCheckConstraint("ck_claim_superseded", "superseded_at > recorded_at"));
        table.Property<long>("Id").UseIdentityAlwaysColumn();
        table.HasKey("Id");
        table.HasIndex(c => new { c.Topic, c.SourceTitle, c.SourcePlace }).IsUnique().HasFilter("superseded_at is null").HasDatabaseName("ux_claim_source");
        table.HasIndex(c => c.Topic).IsUnique().HasFilter("followed and superseded_at is null").HasDatabaseName("ux_claim_followed");
    }
}
