using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Regio.Municipalities.Register;
using Regio.Municipalities.Responsibilities;
using Regio.ServiceDefaults.Persistence;

namespace Regio.Municipalities.Persistence;

internal sealed class ResponsibilityTopicConfiguration : IEntityTypeConfiguration<ResponsibilityTopic>
{
    public void Configure(EntityTypeBuilder<ResponsibilityTopic> table)
    {
        table.ToTable("responsibility_topic", t => t.HasCheckConstraint("ck_responsibility_topic_id", "id = region_id || ':' || code"));
        table.HasKey(t => t.Id);
        table.HasOne<Region>().WithMany().HasForeignKey(t => t.RegionId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ResponsibilityConfiguration : IEntityTypeConfiguration<Responsibility>
{
    public void Configure(EntityTypeBuilder<Responsibility> table)
    {
        table.ToTable("responsibility");
        table.HasKey(r => r.Id);
        table.Property(r => r.Id).ValueGeneratedNever();
        table.Property(r => r.Version).IsConcurrencyToken();
        table.HasIndex(r => r.TopicId);
        table.HasSource(r => r.Source);
        table.HasOne<ResponsibilityTopic>().WithMany().HasForeignKey(r => r.TopicId).OnDelete(DeleteBehavior.Restrict);
    }
}
