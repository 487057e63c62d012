using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Regio.Reporting.Figures;

namespace Regio.Reporting.Persistence;

internal sealed class IndicatorConfiguration : IEntityTypeConfiguration<Indicator>
{
    public void Configure(EntityTypeBuilder<Indicator> table)
    {
        // That definitions of one indicator do not overlap is an exclusion constraint of the migration.
        table.ToTable("indicator", t => t.HasCheckConstraint("ck_indicator_valid", "valid_until is null or valid_until > valid_from"));
        table.HasKey(i => new { i.Id, i.ValidFrom });
    }
}

internal sealed class LoadConfiguration : IEntityTypeConfiguration<Load>
{
    public void Configure(EntityTypeBuilder<Load> table)
    {
        table.ToTable("load", t => t.HasCheckConstraint("ck_load_hash", "content_hash ~ '^[0-9a-f]{64}$'"));
        table.HasKey(l => l.Id);
        table.Property(l => l.Id).ValueGeneratedNever();
        table.HasIndex(l => new { l.FileName, l.ContentHash }).IsUnique();
    }
}
