using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Regio.Municipalities.Register;
using Regio.Municipalities.Rounds;

namespace Regio.Municipalities.Persistence;

internal sealed class RoundConfiguration : IEntityTypeConfiguration<Round>
{
    public void Configure(EntityTypeBuilder<Round> table)
    {
        table.ToTable("decision_round", t =>
        {
            t.HasCheckConstraint("ck_decision_round_subject", $"char_length(subject) between 1 and {RoundRequestRules.MostSubjectCharacters}");
            t.HasCheckConstraint("ck_decision_round_version_number", "version_number >= 1 and coalesce(version_in_force, 1) between 1 and version_number");
            t.HasCheckConstraint("ck_decision_round_adopted", "(version_in_force is null) = (adopted_on is null) and (state <> 'Adopted' or version_in_force = version_number)");
        });
        table.HasKey(r => r.Id);
        table.Property(r => r.Id).ValueGeneratedNever();
        table.Property(r => r.Version).IsConcurrencyToken();
        table.HasIndex(r => r.Reference).IsUnique();
        table.HasIndex(r => new { r.RegionId, r.Id });
        table.HasIndex(r => new { r.State, r.Id });
        table.Ignore(r => r.News);
        table.HasOne<Region>().WithMany().HasForeignKey(r => r.RegionId).OnDelete(DeleteBehavior.Restrict);
        table.HasMany(r => r.Steps).WithOne().HasForeignKey(RoundParts.RoundId).OnDelete(DeleteBehavior.Cascade);
        table.HasMany(r => r.Bodies).WithOne().HasForeignKey(RoundParts.RoundId).OnDelete(DeleteBehavior.Cascade);
        table.HasMany(r => r.Texts).WithOne().HasForeignKey(RoundParts.RoundId).OnDelete(DeleteBehavior.Restrict);
        table.HasMany(r => r.Views).WithOne().HasForeignKey(RoundParts.RoundId).OnDelete(DeleteBehavior.Restrict);
        table.HasMany(r => r.Decisions).WithOne().HasForeignKey(RoundParts.RoundId).OnDelete(DeleteBehavior.Restrict);
        table.HasMany(r => r.FollowUps).WithOne().HasForeignKey(RoundParts.RoundId).OnDelete(DeleteBehavior.Restrict);
        table.HasMany(r => r.Duties).WithOne().HasForeignKey(RoundParts.RoundId).OnDelete(DeleteBehavior.Cascade);
    }
}

/// <summary>What the tables below a round have in common: the round and a number within it are the key.</summary>
internal static class RoundParts
{
    public const string RoundId = "RoundId";

    public static void HasRoundKey<T>(this EntityTypeBuilder<T> table, params string[] within)
        where T : class
    {
        table.Property<Guid>(RoundId);
        table.HasKey([RoundId, .. within]);
    }
}

internal sealed class DecisionStepConfiguration : IEntityTypeConfiguration<DecisionStep>
{
    public void Configure(EntityTypeBuilder<DecisionStep> table)
    {
        table.ToTable("round_step", t => t.HasCheckConstraint("ck_round_step_required", "required >= 1"));
        table.HasRoundKey(nameof(DecisionStep.Position));
        table.Property(s => s.Position).ValueGeneratedNever();
        table.HasIndex(RoundParts.RoundId, nameof(DecisionStep.Code)).IsUnique();
    }
}

internal sealed class RoundBodyConfiguration : IEntityTypeConfiguration<RoundBody>
{
    public void Configure(EntityTypeBuilder<RoundBody> table)
    {
        table.ToTable("round_body", t =>
        {
            t.HasCheckConstraint("ck_round_body_period", "ended_on > from_on");
            t.HasCheckConstraint("ck_round_body_successor", "successor_body_id is null or (ended_on is not null and successor_body_id <> body_id)");
        });
        table.HasRoundKey(nameof(RoundBody.BodyId));
        table.HasOne<Municipality>().WithMany().HasForeignKey(b => b.MunicipalityId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class RoundTextConfiguration : IEntityTypeConfiguration<RoundText>
{
    public void Configure(EntityTypeBuilder<RoundText> table)
    {
        table.ToTable("round_text", t => t.HasCheckConstraint("ck_round_text_content_hash", "content_hash ~ '^[0-9a-f]{64}$'"));
        table.HasRoundKey(nameof(RoundText.VersionNumber), nameof(RoundText.Definitive), nameof(RoundText.Revision));
        table.HasIndex(RoundParts.RoundId, nameof(RoundText.ContentHash), nameof(RoundText.Definitive)).IsUnique();
    }
}

internal sealed class RoundViewConfiguration : IEntityTypeConfiguration<RoundView>
{
    public void Configure(EntityTypeBuilder<RoundView> table)
    {
        table.ToTable("round_view", t => t.HasCheckConstraint(
            "ck_round_view_received", "(state in ('Outstanding', 'Silent', 'GoneOver')) or received_on is not null"));
        table.HasRoundKey(nameof(RoundView.Number));
        table.Property(v => v.Number).ValueGeneratedNever();
        table.HasMany(v => v.Remarks).WithOne().HasForeignKey(RoundParts.RoundId, "ViewNumber").OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class RemarkConfiguration : IEntityTypeConfiguration<Remark>
{
    public void Configure(EntityTypeBuilder<Remark> table)
    {
        table.ToTable("round_remark", t => t.HasCheckConstraint(
            "ck_round_remark_carried", "(weighing is not distinct from 'CarriedIntoImplementation') = (follow_up_number is not null)"));
        table.Property<int>("ViewNumber");
        table.HasRoundKey("ViewNumber", nameof(Remark.Number));
        table.Property(r => r.Number).ValueGeneratedNever();
    }
}

internal sealed class RoundDecisionConfiguration : IEntityTypeConfiguration<RoundDecision>
{
    public void Configure(EntityTypeBuilder<RoundDecision> table)
    {
        table.ToTable("round_decision", t =>
        {
            t.HasCheckConstraint("ck_round_decision_text", "literal_text <> ''");
            t.HasCheckConstraint("ck_round_decision_counts", "not counts or (flags = '{}' and version_number is not null)");
            t.HasCheckConstraint("ck_round_decision_ruling", "(ruling is null) = (ruled_on is null) and (ruling is null or ruling_reason <> '')");
        });
        table.HasRoundKey(nameof(RoundDecision.Number));
        table.Property(d => d.Number).ValueGeneratedNever();
    }
}

internal sealed class FollowUpConfiguration : IEntityTypeConfiguration<FollowUp>
{
    public void Configure(EntityTypeBuilder<FollowUp> table)
    {
        table.ToTable("round_follow_up", t => t.HasCheckConstraint("ck_round_follow_up_done", "(done_on is null) = (done_note = '')"));
        table.HasRoundKey(nameof(FollowUp.Number));
        table.Property(f => f.Number).ValueGeneratedNever();
    }
}

internal sealed class DutyConfiguration : IEntityTypeConfiguration<Duty>
{
    /// <summary>Shadow column that makes the order of duties with one due date whole.</summary>
    public const string Id = "Id";

    public void Configure(EntityTypeBuilder<Duty> table)
    {
        table.ToTable("round_duty");
        table.Property<Guid>(RoundParts.RoundId);
        table.Property<long>(Id).UseIdentityAlwaysColumn();
        table.HasKey(Id);
        table.HasIndex(RoundParts.RoundId, nameof(Duty.Kind), nameof(Duty.BodyId), nameof(Duty.Code)).IsUnique();
        table.HasIndex(nameof(Duty.DueOn), Id);
        table.HasIndex(nameof(Duty.MunicipalityId), nameof(Duty.DueOn), Id);
        table.HasIndex(nameof(Duty.RegionId), nameof(Duty.DueOn), Id);
    }
}
