using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Regio.Reporting.Projection;

namespace Regio.Reporting.Persistence;

internal sealed class ProjectedCareVolumeConfiguration : IEntityTypeConfiguration<ProjectedCareVolume>
{
    public void Configure(EntityTypeBuilder<ProjectedCareVolume> table)
    {
        table.ToTable("care_volume");
        table.HasKey(volume => volume.Id);
        table.Property(volume => volume.Id).ValueGeneratedNever();
        table.HasIndex(volume => new { volume.MunicipalityId, volume.Month, volume.Category, volume.Code, volume.Unit });
        table.HasIndex(volume => volume.OccurredAt);
    }
}
