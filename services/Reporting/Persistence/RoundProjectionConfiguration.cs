using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Regio.Reporting.Projection;

namespace Regio.Reporting.Persistence;

internal sealed class ProjectedRoundConfiguration : IEntityTypeConfiguration<ProjectedRound>
{
    public void Configure(EntityTypeBuilder<ProjectedRound> table)
    {
        table.ToTable("decision_round", t => t.HasCheckConstraint("ck_decision_round_versions", "version_number >= 1 and version_in_force between 0 and version_number"));
        table.HasKey(round => round.Id);
        table.HasIndex(round => round.OccurredAt);
    }
}

internal sealed class ProjectedRoundBodyConfiguration : IEntityTypeConfiguration<ProjectedRoundBody>
{
    public void Configure(EntityTypeBuilder<ProjectedRoundBody> table)
    {
        table.ToTable("decision_round_body", t => t.HasCheckConstraint("ck_decision_round_body_decided", "(outcome = '') = (decided_on is null)"));
        table.HasKey(body => new { body.RoundId, body.StepPosition, body.BodyId });
        table.HasIndex(body => body.MunicipalityId);
        table.HasOne<ProjectedRound>().WithMany().HasForeignKey(body => body.RoundId);
    }
}

internal sealed class ProjectedRoundViewConfiguration : IEntityTypeConfiguration<ProjectedRoundView>
{
    public void Configure(EntityTypeBuilder<ProjectedRoundView> table)
    {
        table.ToTable("decision_round_view");
        table.HasKey(view => new { view.RoundId, view.Number });
        table.HasOne<ProjectedRound>().WithMany().HasForeignKey(view => view.RoundId);
    }
}

internal sealed class ProjectedRoundRemarkConfiguration : IEntityTypeConfiguration<ProjectedRoundRemark>
{
    public void Configure(EntityTypeBuilder<ProjectedRoundRemark> table)
    {
        table.ToTable("decision_round_remark");
        table.HasKey(remark => new { remark.RoundId, remark.ViewNumber, remark.Number });
        table.HasOne<ProjectedRoundView>().WithMany().HasForeignKey(remark => new { remark.RoundId, remark.ViewNumber });
    }
}

internal sealed class ProjectedFollowUpConfiguration : IEntityTypeConfiguration<ProjectedFollowUp>
{
    public void Configure(EntityTypeBuilder<ProjectedFollowUp> table)
    {
        table.ToTable("decision_round_follow_up");
        table.HasKey(followUp => new { followUp.RoundId, followUp.Number });
        table.HasOne<ProjectedRound>().WithMany().HasForeignKey(followUp => followUp.RoundId);
    }
}
