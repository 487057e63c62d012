using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Regio.Procurement.Catalogue;
using Regio.ServiceDefaults.Persistence;

namespace Regio.Procurement.Persistence;

internal sealed class InterventionLevelConfiguration : IEntityTypeConfiguration<InterventionLevel>
{
    public void Configure(EntityTypeBuilder<InterventionLevel> table)
    {
        table.ToTable("intervention_level", t => t.HasCheckConstraint("ck_intervention_level", "level between 1 and 8"));
        table.HasKey(l => l.Level);
        table.Property(l => l.Level).ValueGeneratedNever();
        table.HasSource(l => l.Source);
    }
}

internal sealed class ProductConfiguration : IEntityTypeConfiguration<Product>
{
    public void Configure(EntityTypeBuilder<Product> table)
    {
        table.ToTable("product", t =>
        {
            t.HasCheckConstraint("ck_product_care_category", "care_category ~ '^(3[1-8]|4[0-9]|5[0-5])$'");
            t.HasCheckConstraint("ck_product_care_code", "char_length(care_code) between 1 and 5 and (care_code is null or care_category is not null)");
        });
        table.HasKey(p => p.Id);
        table.HasSource(p => p.Source);
        table.HasOne<InterventionLevel>().WithMany().HasForeignKey(p => p.Level).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ScaleRuleConfiguration : IEntityTypeConfiguration<ScaleRule>
{
    public void Configure(EntityTypeBuilder<ScaleRule> table)
    {
        table.ToTable("scale_rule", t => t.HasCheckConstraint(
            "ck_scale_rule_subject",
            "(product_id is null) = (level_from is not null) and (level_from is null) = (level_to is null) and (level_from is null or level_from between 1 and level_to and level_to <= 8)"));
        table.HasKey(r => r.Id);
        table.Property(r => r.Id).ValueGeneratedNever();
        table.HasSource(r => r.Source);
        table.HasOne<Product>().WithMany().HasForeignKey(r => r.ProductId).OnDelete(DeleteBehavior.Restrict);
    }
}
