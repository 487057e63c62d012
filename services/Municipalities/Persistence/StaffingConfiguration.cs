using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Regio.Municipalities.Costs;
using Regio.Municipalities.Register;
using Regio.Municipalities.Staffing;

namespace Regio.Municipalities.Persistence;

internal sealed class StaffingNeedConfiguration : IEntityTypeConfiguration<StaffingNeed>
{
    public static readonly string[] Key = ["RegionId", "QuarterStart", "Version"];

    public void Configure(EntityTypeBuilder<StaffingNeed> table)
    {
        table.ToTable("staffing_need", t =>
        {
            t.HasCheckConstraint("ck_staffing_need_minutes", "minutes >= 0 and version > 0 and ground <> ''");
            t.HasCheckConstraint("ck_staffing_need_quarter", "quarter_start = date_trunc('quarter', quarter_start)");
        });
        table.HasKey(Key);
        table.HasOne<Region>().WithMany().HasForeignKey(n => n.RegionId).OnDelete(DeleteBehavior.Restrict);
        table.HasOne<AllocationKey>().WithMany().HasForeignKey(n => n.AllocationKeyId).OnDelete(DeleteBehavior.Restrict);
        table.HasMany(n => n.Owed).WithOne().HasForeignKey(Key).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class StaffingOwedConfiguration : IEntityTypeConfiguration<StaffingOwed>
{
    public void Configure(EntityTypeBuilder<StaffingOwed> table)
    {
        table.ToTable("staffing_owed", t => t.HasCheckConstraint("ck_staffing_owed_minutes", "minutes >= 0"));
        table.Property<string>(StaffingNeedConfiguration.Key[0]);
        table.Property<DateOnly>(StaffingNeedConfiguration.Key[1]);
        table.Property<int>(StaffingNeedConfiguration.Key[2]);
        table.HasKey([.. StaffingNeedConfiguration.Key, nameof(StaffingOwed.MunicipalityId)]);
        table.HasOne<Municipality>().WithMany().HasForeignKey(o => o.MunicipalityId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class StaffingSupplyConfiguration : IEntityTypeConfiguration<StaffingSupply>
{
    public void Configure(EntityTypeBuilder<StaffingSupply> table)
    {
        table.ToTable("staffing_supply", t =>
        {
            t.HasCheckConstraint("ck_staffing_supply_minutes", "minutes >= 0 and version > 0 and note <> ''");
            t.HasCheckConstraint("ck_staffing_supply_quarter", "quarter_start = date_trunc('quarter', quarter_start)");
        });
        table.HasKey(s => new { s.RegionId, s.QuarterStart, s.MunicipalityId, s.Version });
        table.HasOne<Region>().WithMany().HasForeignKey(s => s.RegionId).OnDelete(DeleteBehavior.Restrict);
        table.HasOne<Municipality>().WithMany().HasForeignKey(s => s.MunicipalityId).OnDelete(DeleteBehavior.Restrict);
    }
}
