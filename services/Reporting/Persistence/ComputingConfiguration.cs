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

internal sealed class SavingsScenarioConfiguration : IEntityTypeConfiguration<SavingsScenario>
{
    public void Configure(EntityTypeBuilder<SavingsScenario> table)
    {
        table.ToTable("savings_scenario");
        table.HasKey(scenario => scenario.Id);
        table.Property(scenario => scenario.Id).ValueGeneratedNever();
        table.HasIndex(scenario => scenario.AreaId);
        table.HasSource(scenario => scenario.Source);
        table.HasMany(scenario => scenario.Expected).WithOne().HasForeignKey(expected => expected.ScenarioId);
    }
}

internal sealed class ExpectedChangeConfiguration : IEntityTypeConfiguration<ExpectedChange>
{
    public void Configure(EntityTypeBuilder<ExpectedChange> table)
    {
        table.ToTable("savings_scenario_year", t => t.HasCheckConstraint("ck_savings_scenario_year_change", "change <> 0"));
        table.HasKey(expected => new { expected.ScenarioId, expected.Year });
        table.Property(expected => expected.Year).ValueGeneratedNever();
        table.Property(expected => expected.Change).HasColumnType("numeric");
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
