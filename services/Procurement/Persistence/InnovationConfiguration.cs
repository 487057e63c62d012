using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Regio.Procurement.Innovations;

namespace Regio.Procurement.Persistence;

internal sealed class InnovationConfiguration : IEntityTypeConfiguration<Innovation>
{
    public void Configure(EntityTypeBuilder<Innovation> table)
    {
        table.ToTable("innovation", t =>
        {
            t.HasCheckConstraint("ck_innovation_text", "title <> '' and need <> ''");
            t.HasCheckConstraint("ck_innovation_due", "(stage in ('Idea', 'Pilot')) = (due_on is not null) and stage_on >= proposed_on");
            t.HasCheckConstraint("ck_innovation_view", "(procurement_viewed_on is null) = (procurement_view = '') and procurement_viewed_on >= proposed_on");
            t.HasCheckConstraint("ck_innovation_view_first", "stage not in ('Pilot', 'Bought') or procurement_viewed_on is not null");
        });
        table.HasKey(i => i.Id);
        table.Property(i => i.Id).ValueGeneratedNever();
        table.Property(i => i.Version).IsConcurrencyToken();
        table.HasIndex(i => new { i.OwnerId, i.Id });
        table.HasMany(i => i.Decisions).WithOne().HasForeignKey("InnovationId").IsRequired().OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class InnovationDecisionConfiguration : IEntityTypeConfiguration<InnovationDecision>
{
    public void Configure(EntityTypeBuilder<InnovationDecision> table)
    {
        table.ToTable("innovation_decision", t => t.HasCheckConstraint(
            "ck_innovation_decision", "number > 0 and stage <> 'Idea' and reason <> '' and (stage = 'Pilot') = (due_on is not null) and (stage <> 'Bought' or result <> '')"));
        table.HasKey(d => d.Id);
        table.Property(d => d.Id).ValueGeneratedNever();
        table.Property<Guid>("InnovationId");
        table.HasIndex("InnovationId", nameof(InnovationDecision.Number)).IsUnique();
    }
}
