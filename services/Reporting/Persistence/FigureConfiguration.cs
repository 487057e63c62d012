using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Regio.Reporting.Figures;
using Regio.Reporting.Suppression;

namespace Regio.Reporting.Persistence;

internal sealed class ObservationConfiguration : IEntityTypeConfiguration<Observation>
{
    public void Configure(EntityTypeBuilder<Observation> table)
    {
        table.ToTable("observation");
        table.HasKey(o => new { o.Indicator, o.AreaId, o.Period, o.Breakdown, o.Version });
        // The monitor asks for what is published for all, and for what is of one area.
        table.HasIndex(o => o.Scope).HasFilter("scope <> 'own'");
        table.HasIndex(o => o.AreaId).HasFilter("scope = 'own'");
        // A report says what is not known of an area, which is little of what there is.
        table.HasIndex(o => new { o.AreaId, o.Value }).HasFilter("value_numeric is null");
        table.Property(o => o.ValueNumeric).HasColumnType("numeric");
        table.HasOne<Load>().WithMany().HasForeignKey(o => o.LoadId);
    }
}

internal sealed class FigureChangeConfiguration : IEntityTypeConfiguration<FigureChange>
{
    public void Configure(EntityTypeBuilder<FigureChange> table)
    {
        // Written by triggers on the observations alone.
        table.ToTable("figure_change");
        table.HasKey(change => new { change.Indicator, change.Year });
    }
}

internal sealed class AreaConfiguration : IEntityTypeConfiguration<Area>
{
    public void Configure(EntityTypeBuilder<Area> table)
    {
        table.ToTable("area");
        table.HasKey(a => a.Id);
    }
}
