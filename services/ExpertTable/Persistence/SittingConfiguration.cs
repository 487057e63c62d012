using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Regio.ExpertTable.Sittings;

namespace Regio.ExpertTable.Persistence;

internal sealed class SittingConfiguration : IEntityTypeConfiguration<Sitting>
{
    public void Configure(EntityTypeBuilder<Sitting> table)
    {
        table.ToTable("sitting");
        table.HasKey(s => s.Id);
        table.Property(s => s.Id).ValueGeneratedNever();
        table.Property(s => s.Day);
        table.Property(s => s.Label);
        table.Property(s => s.Version).IsConcurrencyToken();
        table.Ignore(s => s.Invited);
        table.HasIndex(s => new { s.Day, s.Label }).IsUnique();
        table.HasMany(s => s.Participants).WithOne().HasForeignKey("SittingId").OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ParticipantConfiguration : IEntityTypeConfiguration<Participant>
{
    public void Configure(EntityTypeBuilder<Participant> table)
    {
        table.ToTable("sitting_participant");
        table.Property<Guid>("SittingId");
        table.HasKey("SittingId", nameof(Participant.Number));
        table.Property(p => p.Number).ValueGeneratedNever();
        table.Property(p => p.Subject);
        table.Property(p => p.Relation);
        table.Property(p => p.Organisation);
        table.Property(p => p.InvitedAt);
        table.HasIndex("SittingId", nameof(Participant.Subject)).IsUnique().HasFilter("withdrawn_at is null");
        table.HasIndex(p => p.Subject);
    }
}
