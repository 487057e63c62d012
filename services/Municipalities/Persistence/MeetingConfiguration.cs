using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Regio.Municipalities.Bodies;
using Regio.Municipalities.Meetings;

namespace Regio.Municipalities.Persistence;

internal sealed class MeetingConfiguration : IEntityTypeConfiguration<Meeting>
{
    /// <summary>Shadow column that says of which meeting an item is.</summary>
    public const string MeetingId = "MeetingId";

    public void Configure(EntityTypeBuilder<Meeting> table)
    {
        table.ToTable("meeting", t =>
        {
            t.HasCheckConstraint("ck_meeting_held", "(state = 'Held') = (quorum is not null) and (state = 'Held' or day = planned_on)");
            t.HasCheckConstraint("ck_meeting_cancelled", "(state = 'Cancelled') = (cancel_reason <> '')");
            t.HasCheckConstraint("ck_meeting_quorum", "(quorum is distinct from 'Met' or counted_seats >= required_seats) and (quorum is distinct from 'NotMet' or counted_seats < required_seats)");
            t.HasCheckConstraint("ck_meeting_present", "state = 'Held' or cardinality(present_seats) = 0");
        });
        table.HasKey(m => m.Id);
        table.Property(m => m.Id).ValueGeneratedNever();
        table.Property(m => m.Version).IsConcurrencyToken();
        table.HasIndex(m => new { m.BodyId, m.Day, m.Id });
        table.HasIndex(m => new { m.Day, m.Id });
        table.HasOne<Body>().WithMany().HasForeignKey(m => m.BodyId).OnDelete(DeleteBehavior.Restrict);
        table.HasMany(m => m.Items).WithOne().HasForeignKey(MeetingId).OnDelete(DeleteBehavior.Restrict);
        table.HasMany(m => m.Decisions).WithOne().HasForeignKey(d => d.MeetingId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class AgendaItemConfiguration : IEntityTypeConfiguration<AgendaItem>
{
    public void Configure(EntityTypeBuilder<AgendaItem> table)
    {
        table.ToTable("agenda_item", t => t.HasCheckConstraint("ck_agenda_item_number", "number > 0"));
        table.Property<Guid>(MeetingConfiguration.MeetingId);
        table.HasKey(MeetingConfiguration.MeetingId, nameof(AgendaItem.Number));
        table.Property(i => i.Number).ValueGeneratedNever();
    }
}

internal sealed class ItemDecisionConfiguration : IEntityTypeConfiguration<ItemDecision>
{
    public void Configure(EntityTypeBuilder<ItemDecision> table)
    {
        table.ToTable("item_decision", t =>
        {
            t.HasCheckConstraint("ck_item_decision_version", "version > 0 and (version = 1) = (correction_reason = '')");
            t.HasCheckConstraint("ck_item_decision_text", "literal_text <> ''");
        });
        table.HasKey(d => d.Id);
        table.Property(d => d.Id).ValueGeneratedNever();
        table.HasIndex(d => new { d.MeetingId, d.ItemNumber, d.Version }).IsUnique();
        table.HasIndex(d => new { d.BodyId, d.Id });
        table.HasOne<AgendaItem>().WithMany().HasForeignKey(d => new { d.MeetingId, d.ItemNumber }).OnDelete(DeleteBehavior.Restrict);
    }
}
