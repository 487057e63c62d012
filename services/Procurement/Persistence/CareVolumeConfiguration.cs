using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Regio.Procurement.CareOrders.Claims;

namespace Regio.Procurement.Persistence;

internal sealed class CareVolumeConfiguration : IEntityTypeConfiguration<CareVolume>
{
    public void Configure(EntityTypeBuilder<CareVolume> table)
    {
        table.ToTable("care_volume", t =>
        {
            t.HasCheckConstraint("ck_care_volume_month", "extract(day from month) = 1");
            t.HasCheckConstraint("ck_care_volume_sums", "volume >= 0 and cents >= 0 and clients >= 0 and (clients > 0 or (volume = 0 and cents = 0)) and version > 0");
        });
        table.HasKey(v => v.Id);
        table.Property(v => v.Id).ValueGeneratedNever();
        table.Property(v => v.Version).IsConcurrencyToken();
        table.Ignore(v => v.Key);
        table.HasIndex(v => new { v.ProviderAgbCode, v.MunicipalityId, v.Month, v.Category, v.Code, v.Unit }).IsUnique().HasDatabaseName("ix_care_volume_once");
    }
}
