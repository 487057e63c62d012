using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Regio.Municipalities.Bodies;
using Regio.Municipalities.Register;
using Regio.ServiceDefaults.Persistence;

namespace Regio.Municipalities.Persistence;

internal sealed class BodyConfiguration : IEntityTypeConfiguration<Body>
{
    public void Configure(EntityTypeBuilder<Body> table)
    {
        table.ToTable("body", t => t.HasCheckConstraint("ck_body_id", "id = region_id || ':' || code"));
        table.HasKey(b => b.Id);
        table.Property(b => b.Version).IsConcurrencyToken();
        table.HasIndex(b => new { b.RegionId, b.Id });
        table.HasSource(b => b.Source);
        table.HasOne<Region>().WithMany().HasForeignKey(b => b.RegionId).OnDelete(DeleteBehavior.Restrict);
        table.HasMany(b => b.Seats).WithOne().HasForeignKey(SeatConfiguration.BodyId).OnDelete(DeleteBehavior.Restrict);
        table.HasMany(b => b.Quorums).WithOne().HasForeignKey(SeatConfiguration.BodyId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class SeatConfiguration : IEntityTypeConfiguration<Seat>
{
    /// <summary>Shadow column that says whose seat it is.</summary>
    public const string BodyId = "BodyId";

    public void Configure(EntityTypeBuilder<Seat> table)
    {
        table.ToTable("body_seat", t => t.HasCheckConstraint("ck_body_seat_minutes", "minutes_per_week >= 0"));
        table.Property<string>(BodyId);
        table.HasKey(BodyId, nameof(Seat.Number));
        table.Property(s => s.Number).ValueGeneratedNever();
        table.HasOne<Municipality>().WithMany().HasForeignKey(s => s.MunicipalityId).OnDelete(DeleteBehavior.Restrict);
        table.HasMany(s => s.Holders).WithOne().HasForeignKey(BodyId, "SeatNumber").OnDelete(DeleteBehavior.ClientCascade);
    }
}

internal sealed class SeatHolderConfiguration : IEntityTypeConfiguration<SeatHolder>
{
    public void Configure(EntityTypeBuilder<SeatHolder> table)
    {
        table.ToTable("seat_holder");
        table.Property<string>(SeatConfiguration.BodyId);
        table.Property<int>("SeatNumber");
        table.Property<long>("Id").UseIdentityAlwaysColumn();
        table.HasKey("Id");
    }
}

internal sealed class QuorumConfiguration : IEntityTypeConfiguration<QuorumSetting>
{
    public void Configure(EntityTypeBuilder<QuorumSetting> table)
    {
        table.ToTable("body_quorum", t => t.HasCheckConstraint("ck_body_quorum_number", "(rule = 'Fixed') = (number > 0)"));
        table.Property<string>(SeatConfiguration.BodyId);
        table.HasKey(SeatConfiguration.BodyId, nameof(QuorumSetting.StartsOn));
        table.HasSource(q => q.Source);
    }
}

internal sealed class OutsideMeetingConfiguration : IEntityTypeConfiguration<OutsideMeeting>
{
    public void Configure(EntityTypeBuilder<OutsideMeeting> table)
    {
        table.ToTable("outside_meeting", t =>
        {
            t.HasCheckConstraint("ck_outside_meeting_due", "report_due_on >= held_on");
            t.HasCheckConstraint("ck_outside_meeting_reported", "(reported_on is null) = (report_reference = '')");
        });
        table.HasKey(m => m.Id);
        table.Property(m => m.Id).ValueGeneratedNever();
        table.Property(m => m.Version).IsConcurrencyToken();
        table.HasIndex(m => new { m.BodyId, m.ReportDueOn, m.Id });
        table.HasIndex(m => new { m.ReportDueOn, m.Id }).HasFilter("reported_on is null").HasDatabaseName("ix_outside_meeting_owed");
        table.HasOne<Seat>().WithMany().HasForeignKey(m => new { m.BodyId, m.SeatNumber }).OnDelete(DeleteBehavior.Restrict);
    }
}
