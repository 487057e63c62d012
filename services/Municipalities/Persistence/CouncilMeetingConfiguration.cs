using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Regio.Municipalities.CouncilMeetings;
using Regio.Municipalities.Register;
using Regio.Municipalities.Rounds;

namespace Regio.Municipalities.Persistence;

internal sealed class CouncilMeetingConfiguration : IEntityTypeConfiguration<CouncilMeeting>
{
    /// <summary>Shadow column that says of which meeting an invitation or a reply is.</summary>
    public const string MeetingId = "CouncilMeetingId";

    public void Configure(EntityTypeBuilder<CouncilMeeting> table)
    {
        table.ToTable("council_meeting", t =>
        {
            t.HasCheckConstraint("ck_council_meeting_cancelled", "(state = 'Cancelled') = (cancel_reason <> '')");
            t.HasCheckConstraint("ck_council_meeting_day", "state = 'Held' or day = planned_on");
            t.HasCheckConstraint("ck_council_meeting_reply_due", "reply_due_on <= planned_on");
        });
        table.HasKey(m => m.Id);
        table.Property(m => m.Id).ValueGeneratedNever();
        table.Property(m => m.Version).IsConcurrencyToken();
        table.HasIndex(m => new { m.Day, m.Id });
        table.HasIndex(m => new { m.RegionId, m.Day, m.Id });
        table.HasOne<Region>().WithMany().HasForeignKey(m => m.RegionId).OnDelete(DeleteBehavior.Restrict);
        table.HasOne<Round>().WithMany().HasForeignKey(m => m.RoundId).OnDelete(DeleteBehavior.Restrict);
        table.HasMany(m => m.Invitations).WithOne().HasForeignKey(MeetingId).OnDelete(DeleteBehavior.Restrict);
        table.HasMany(m => m.Replies).WithOne().HasForeignKey(MeetingId).OnDelete(DeleteBehavior.Restrict);
        table.HasMany(m => m.Moves).WithOne().HasForeignKey(MeetingId).OnDelete(DeleteBehavior.Restrict);
        table.HasMany(m => m.Sendings).WithOne().HasForeignKey(MeetingId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class CouncilMeetingMoveConfiguration : IEntityTypeConfiguration<CouncilMeetingMove>
{
    public void Configure(EntityTypeBuilder<CouncilMeetingMove> table)
    {
        table.ToTable("council_meeting_move", t => t.HasCheckConstraint("ck_council_meeting_move_reason", "reason <> '' and reply_due_before <= planned_before"));
        table.Property<Guid>(CouncilMeetingConfiguration.MeetingId);
        table.HasKey(CouncilMeetingConfiguration.MeetingId, nameof(CouncilMeetingMove.Number));
        table.Property(m => m.Number).ValueGeneratedNever();
    }
}

internal sealed class InvitationSendingConfiguration : IEntityTypeConfiguration<InvitationSending>
{
    public void Configure(EntityTypeBuilder<InvitationSending> table)
    {
        table.ToTable("invitation_sending", t => t.HasCheckConstraint("ck_invitation_sending_recipient", "recipient <> '' and sequence >= 0"));
        table.Property<Guid>(CouncilMeetingConfiguration.MeetingId);
        table.HasKey(CouncilMeetingConfiguration.MeetingId, nameof(InvitationSending.Number));
        table.Property(s => s.Number).ValueGeneratedNever();
        table.HasOne<CouncilInvitation>().WithMany().HasForeignKey(CouncilMeetingConfiguration.MeetingId, nameof(InvitationSending.MunicipalityId)).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class CouncilInvitationConfiguration : IEntityTypeConfiguration<CouncilInvitation>
{
    public void Configure(EntityTypeBuilder<CouncilInvitation> table)
    {
        table.ToTable("council_invitation", t => t.HasCheckConstraint("ck_council_invitation_present", "present between 0 and 100"));
        table.Property<Guid>(CouncilMeetingConfiguration.MeetingId);
        table.HasKey(CouncilMeetingConfiguration.MeetingId, nameof(CouncilInvitation.MunicipalityId));
        table.HasOne<Municipality>().WithMany().HasForeignKey(i => i.MunicipalityId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class CouncilReplyConfiguration : IEntityTypeConfiguration<CouncilReply>
{
    public void Configure(EntityTypeBuilder<CouncilReply> table)
    {
        table.ToTable("council_reply", t => t.HasCheckConstraint("ck_council_reply_people", "people between 0 and 100"));
        table.Property<Guid>(CouncilMeetingConfiguration.MeetingId);
        table.HasKey(CouncilMeetingConfiguration.MeetingId, nameof(CouncilReply.Number));
        table.Property(r => r.Number).ValueGeneratedNever();
        table.HasOne<CouncilInvitation>().WithMany().HasForeignKey(CouncilMeetingConfiguration.MeetingId, nameof(CouncilReply.MunicipalityId)).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class CouncilQuestionConfiguration : IEntityTypeConfiguration<CouncilQuestion>
{
    /// <summary>Shadow column that says of which question an asker is.</summary>
    public const string QuestionId = "QuestionId";

    public void Configure(EntityTypeBuilder<CouncilQuestion> table)
    {
        table.ToTable("council_question", t =>
        {
            t.HasCheckConstraint("ck_council_question_due", "due_on >= asked_on");
            t.HasCheckConstraint("ck_council_question_answered", "answered_on >= asked_on");
            t.HasCheckConstraint("ck_council_question_text", "text <> ''");
        });
        table.HasKey(q => q.Id);
        table.Property(q => q.Id).ValueGeneratedNever();
        table.Property(q => q.Version).IsConcurrencyToken();
        table.HasIndex(q => new { q.DueOn, q.Id });
        table.HasIndex(q => new { q.RegionId, q.DueOn, q.Id });
        table.HasIndex(q => new { q.MeetingId, q.DueOn, q.Id });
        table.HasOne<Region>().WithMany().HasForeignKey(q => q.RegionId).OnDelete(DeleteBehavior.Restrict);
        table.HasOne<CouncilMeeting>().WithMany().HasForeignKey(q => q.MeetingId).OnDelete(DeleteBehavior.Restrict);
        table.HasMany(q => q.Askers).WithOne().HasForeignKey(QuestionId).OnDelete(DeleteBehavior.Restrict);
        table.HasMany(q => q.Answers).WithOne().HasForeignKey(a => a.QuestionId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class QuestionAskerConfiguration : IEntityTypeConfiguration<QuestionAsker>
{
    public void Configure(EntityTypeBuilder<QuestionAsker> table)
    {
        table.ToTable("question_asker");
        table.Property<Guid>(CouncilQuestionConfiguration.QuestionId);
        table.HasKey(CouncilQuestionConfiguration.QuestionId, nameof(QuestionAsker.MunicipalityId));
        table.HasIndex(a => a.MunicipalityId);
        table.HasOne<Municipality>().WithMany().HasForeignKey(a => a.MunicipalityId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class QuestionAnswerConfiguration : IEntityTypeConfiguration<QuestionAnswer>
{
    public void Configure(EntityTypeBuilder<QuestionAnswer> table)
    {
        table.ToTable("question_answer", t =>
        {
            t.HasCheckConstraint("ck_question_answer_version", "version > 0 and (version = 1) = (correction_reason = '')");
            t.HasCheckConstraint("ck_question_answer_text", "text <> ''");
        });
        table.HasKey(a => a.Id);
        table.Property(a => a.Id).ValueGeneratedNever();
        table.HasIndex(a => new { a.QuestionId, a.Version }).IsUnique();
    }
}
