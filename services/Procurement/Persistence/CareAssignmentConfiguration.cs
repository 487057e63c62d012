using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Regio.Procurement.CareOrders;
using Regio.Procurement.CareOrders.Assignments;

namespace Regio.Procurement.Persistence;

internal sealed class CareClientConfiguration : IEntityTypeConfiguration<CareClient>
{
    public void Configure(EntityTypeBuilder<CareClient> table)
    {
        table.ToTable("care_client");
        table.HasKey(c => c.Id);
        table.Property(c => c.Id).ValueGeneratedNever();
        table.HasIndex(c => c.NumberHash).IsUnique();
    }
}

internal sealed class CareAssignmentConfiguration : IEntityTypeConfiguration<CareAssignment>
{
    public void Configure(EntityTypeBuilder<CareAssignment> table)
    {
        table.ToTable("care_assignment", t =>
        {
            t.HasCheckConstraint("ck_care_assignment_days", "ends_on is null or ends_on >= starts_on");
            t.HasCheckConstraint("ck_care_assignment_limit", "volume is null or budget_cents is null");
            t.HasCheckConstraint("ck_care_assignment_size", "(volume is null) = (unit is null) and (volume is null) = (frequency is null)");
        });
        table.HasKey(a => a.Id);
        table.Property(a => a.Id).ValueGeneratedNever();
        table.Property(a => a.Version).IsConcurrencyToken();
        table.Property(a => a.DecidedAt).HasColumnType("timestamp without time zone");
        table.ComplexProperty(a => a.Care, HasColumns);
        table.HasIndex(a => new { a.MunicipalityId, a.Number }).IsUnique();
        table.HasIndex(a => new { a.ClientId, a.ProviderAgbCode, a.MunicipalityId });
        table.HasIndex(a => a.StartDueOn).HasFilter("start_due_on is not null");
        table.HasIndex(a => a.StopDueOn).HasFilter("stop_due_on is not null");
        table.HasOne<CareClient>().WithMany().HasForeignKey(a => a.ClientId).OnDelete(DeleteBehavior.Restrict);
        table.HasMany(a => a.Versions).WithOne().HasForeignKey(v => v.AssignmentId).OnDelete(DeleteBehavior.Restrict);
        table.HasMany(a => a.Deliveries).WithOne().HasForeignKey(d => d.AssignmentId).OnDelete(DeleteBehavior.Restrict);
    }

    internal static void HasColumns(ComplexPropertyBuilder<AssignedCare> care)
    {
        care.IsRequired();
        care.Property(c => c.Category).HasColumnName("category");
        care.Property(c => c.Code).HasColumnName("code");
        care.Property(c => c.StartsOn).HasColumnName("starts_on");
        care.Property(c => c.EndsOn).HasColumnName("ends_on");
        care.Property(c => c.ChangeReason).HasColumnName("change_reason");
        care.Property(c => c.Volume).HasColumnName("volume");
        care.Property(c => c.Unit).HasColumnName("unit");
        care.Property(c => c.Frequency).HasColumnName("frequency");
        care.Property(c => c.BudgetCents).HasColumnName("budget_cents");
        care.Ignore(c => c.IsDeleted);
    }
}

internal sealed class AssignmentVersionConfiguration : IEntityTypeConfiguration<AssignmentVersion>
{
    public void Configure(EntityTypeBuilder<AssignmentVersion> table)
    {
        table.ToTable("care_assignment_version");
        table.HasKey(v => new { v.AssignmentId, v.MessageId });
        table.Property(v => v.DecidedAt).HasColumnType("timestamp without time zone");
        table.ComplexProperty(v => v.Care, CareAssignmentConfiguration.HasColumns);
        table.HasOne<CareMessage>().WithMany().HasForeignKey(v => v.MessageId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class CareDeliveryConfiguration : IEntityTypeConfiguration<CareDelivery>
{
    public void Configure(EntityTypeBuilder<CareDelivery> table)
    {
        table.ToTable("care_delivery", t => t.HasCheckConstraint("ck_care_delivery_running", "not is_running or removed_by is null"));
        table.HasKey(d => d.Id);
        table.Property(d => d.Id).ValueGeneratedNever();
        table.Property(d => d.IsRunning);
        table.Ignore(d => d.IsStopped);
        table.Ignore(d => d.IsEnded);
        // The two below cover a part of the rows only: without this one, each look at an assignment would read the whole table.
        table.HasIndex(d => d.AssignmentId, "ix_care_delivery_assignment_id");
        table.HasIndex(d => d.AssignmentId).IsUnique().HasFilter("is_running").HasDatabaseName("ix_care_delivery_one_running");
        table.HasIndex(d => new { d.AssignmentId, d.BeganOn }).IsUnique().HasFilter("removed_by is null").HasDatabaseName("ix_care_delivery_one_start");
        table.HasOne<CareMessage>().WithMany().HasForeignKey(d => d.StartedBy).OnDelete(DeleteBehavior.Restrict);
        table.HasOne<CareMessage>().WithMany().HasForeignKey(d => d.RemovedBy).OnDelete(DeleteBehavior.Restrict);
        table.HasMany(d => d.Stops).WithOne().HasForeignKey(s => s.DeliveryId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class CareStopConfiguration : IEntityTypeConfiguration<CareStop>
{
    public void Configure(EntityTypeBuilder<CareStop> table)
    {
        table.ToTable("care_stop");
        table.HasKey(s => s.Id);
        table.Property(s => s.Id).ValueGeneratedNever();
        table.Ignore(s => s.IsPause);
        // As above: the two below cover a part of the rows only.
        table.HasIndex(s => s.DeliveryId, "ix_care_stop_delivery_id");
        table.HasIndex(s => s.DeliveryId).IsUnique().HasFilter("removed_by is null and reason = '20'").HasDatabaseName("ix_care_stop_one_pause");
        table.HasIndex(s => s.DeliveryId, "ix_care_stop_one_end").IsUnique().HasFilter("removed_by is null and reason <> '20'");
        table.HasOne<CareMessage>().WithMany().HasForeignKey(s => s.StoppedBy).OnDelete(DeleteBehavior.Restrict);
        table.HasOne<CareMessage>().WithMany().HasForeignKey(s => s.RemovedBy).OnDelete(DeleteBehavior.Restrict);
    }
}
