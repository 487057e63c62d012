using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Regio.ExpertTable.Learning;

namespace Regio.ExpertTable.Persistence;

internal sealed class LearningMeetingConfiguration : IEntityTypeConfiguration<LearningMeeting>
{
    public void Configure(EntityTypeBuilder<LearningMeeting> table)
    {
        table.ToTable("learning_meeting", t => t.HasCheckConstraint(
            "ck_learning_meeting_held", "(participants > 0) = (minutes > 0) and organisations between least(participants, 1) and participants"));
        table.HasKey(m => m.Id);
        table.Property(m => m.Id).ValueGeneratedNever();
        table.Property(m => m.Kind);
        table.Property(m => m.Day);
        table.Property(m => m.Subject);
        table.Property(m => m.Version).IsConcurrencyToken();
        table.HasIndex(m => new { m.Day, m.Id });
    }
}
