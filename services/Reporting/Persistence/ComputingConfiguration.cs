using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Regio.Reporting.Computing;
using Regio.ServiceDefaults.Persistence;

namespace Regio.Reporting.Persistence;

internal sealed class SeriesBreakConfiguration : IEntityTypeConfiguration<SeriesBreak>
{
    public void Configure(EntityTypeBuilder<SeriesBreak> table)
    {
        table.ToTable("series_break");
        table.HasKey(b => new { b.Indicator, b.Day });
    }
}

internal sealed class IndicatorTargetConfiguration : IEntityTypeConfiguration<IndicatorTarget>
{
    public void Configure(EntityTypeBuilder<IndicatorTarget> table)
    {
        // That an indicator has one target for an area on a day is an exclusion constraint of the migration.
        table.ToTable("indicator_target", t => t.HasCheckConstraint(
            "ck_indicator_target_bounds", "case when higher_is_better then green >= amber else green <= amber end"));
        table.HasKey(target => target.Id);
        table.Property(target => target.Id).ValueGeneratedNever();
        table.Property(target => target.Green).HasColumnType("numeric");
        table.Property(target => target.Amber).HasColumnType("numeric");
        table.HasSource(target => target.Source);
    }
}
