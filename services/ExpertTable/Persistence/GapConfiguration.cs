using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Regio.ExpertTable.Inspections;
using Regio.ServiceDefaults.Persistence;

namespace Regio.ExpertTable.Persistence;

internal sealed class InspectionGapConfiguration : IEntityTypeConfiguration<InspectionGap>
{
    public void Configure(EntityTypeBuilder<InspectionGap> table)
    {
        table.ToTable("inspection_gap", t =>
        {
            t.HasCheckConstraint(
                "ck_inspection_gap_plan", "case state when 'Open' then due_on is null when 'Accepted' then true else due_on is not null end");
            t.HasCheckConstraint("ck_inspection_gap_proof", "proof_count >= 0 and (state <> 'Solved' or proof_count > 0)");
            t.HasCheckConstraint("ck_inspection_gap_days", "plan_due_on > reported_on and last_step_on >= reported_on");
        });
        table.HasKey(g => g.Id);
        table.Property(g => g.Id).ValueGeneratedNever();
        table.Property(g => g.Subject);
        table.HasSource(g => g.Source);
        table.Property(g => g.ReportedOn);
        table.Property(g => g.Wanted);
        table.Property(g => g.PlanDueOn);
        table.Property(g => g.Version).IsConcurrencyToken();
        table.HasIndex(g => new { g.ReportedOn, g.Id });
        table.HasMany(g => g.Plans).WithOne().HasForeignKey("GapId").OnDelete(DeleteBehavior.Restrict);
        table.HasMany(g => g.Proofs).WithOne().HasForeignKey("GapId").OnDelete(DeleteBehavior.Restrict);
        table.HasMany(g => g.Judgements).WithOne().HasForeignKey("GapId").OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class GapPlanConfiguration : IEntityTypeConfiguration<GapPlan>
{
    public void Configure(EntityTypeBuilder<GapPlan> table)
    {
        table.ToTable("gap_plan", t => t.HasCheckConstraint("ck_gap_plan_due", "number > 0 and due_on >= planned_on"));
        table.Property<Guid>("GapId");
        table.HasKey("GapId", nameof(GapPlan.Number));
        table.Property(p => p.Number).ValueGeneratedNever();
    }
}

internal sealed class GapProofConfiguration : IEntityTypeConfiguration<GapProof>
{
    public void Configure(EntityTypeBuilder<GapProof> table)
    {
        table.ToTable("gap_proof", t => t.HasCheckConstraint("ck_gap_proof_sha256", "sha256 ~ '^[0-9a-f]{64}$'"));
        table.Property<Guid>("GapId");
        table.HasKey("GapId", nameof(GapProof.Sha256));
        table.Property(p => p.Sha256).ValueGeneratedNever();
    }
}

internal sealed class GapJudgementConfiguration : IEntityTypeConfiguration<GapJudgement>
{
    public void Configure(EntityTypeBuilder<GapJudgement> table)
    {
        table.ToTable("gap_judgement", t => t.HasCheckConstraint("ck_gap_judgement_number", "number > 0"));
        table.Property<Guid>("GapId");
        table.HasKey("GapId", nameof(GapJudgement.Number));
        table.Property(j => j.Number).ValueGeneratedNever();
    }
}
