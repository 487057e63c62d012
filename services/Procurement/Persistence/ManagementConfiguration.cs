using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Regio.Procurement.Contracts;
using Regio.Procurement.Management;
using Regio.Procurement.Providers;

namespace Regio.Procurement.Persistence;

internal sealed class ContractReviewConfiguration : IEntityTypeConfiguration<ContractReview>
{
    public void Configure(EntityTypeBuilder<ContractReview> table)
    {
        table.ToTable("contract_review");
        table.HasKey(r => r.Id);
        table.Property(r => r.Id).ValueGeneratedNever();
        table.HasIndex(r => new { r.ContractId, r.HeldOn });
        table.HasOne<Contract>().WithMany().HasForeignKey(r => new { r.ContractId, r.ProviderId }).HasPrincipalKey(c => new { c.Id, c.ProviderId }).OnDelete(DeleteBehavior.Restrict);
        table.OwnsMany(r => r.Scores, score =>
        {
            score.ToTable("indicator_score", t => t.HasCheckConstraint("ck_indicator_score", "score_hundredths >= 0 and norm_hundredths >= 0"));
            score.WithOwner().HasForeignKey("ReviewId");
            score.HasKey("ReviewId", nameof(IndicatorScore.Indicator));
        });
    }
}

internal sealed class ImprovementPlanConfiguration : IEntityTypeConfiguration<ImprovementPlan>
{
    public void Configure(EntityTypeBuilder<ImprovementPlan> table)
    {
        table.ToTable("improvement_plan", t =>
        {
            t.HasCheckConstraint("ck_improvement_plan_agreed", "(state <> 'Open' or measures = '') and (state not in ('Agreed', 'Done') or measures <> '')");
            t.HasCheckConstraint("ck_improvement_plan_closed", "(state in ('Done', 'Failed')) = (closed_on is not null) and (closed_on is null) = (outcome = '')");
        });
        table.HasKey(p => p.Id);
        table.Property(p => p.Id).ValueGeneratedNever();
        table.Property(p => p.Version).IsConcurrencyToken();
        table.HasIndex(p => new { p.ProviderId, p.Id });
        table.HasOne<Contract>().WithMany().HasForeignKey(p => new { p.ContractId, p.ProviderId }).HasPrincipalKey(c => new { c.Id, c.ProviderId }).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ObligationConfiguration : IEntityTypeConfiguration<Obligation>
{
    public void Configure(EntityTypeBuilder<Obligation> table)
    {
        table.ToTable("obligation", t =>
        {
            t.HasCheckConstraint("ck_obligation_contract", "origin <> 'Contract' or contract_id is not null");
            t.HasCheckConstraint("ck_obligation_settled", "(state = 'Open') = (settled_on is null) and (state = 'Open') = (evidence = '')");
        });
        table.HasKey(o => o.Id);
        table.Property(o => o.Id).ValueGeneratedNever();
        table.Property(o => o.Version).IsConcurrencyToken();
        table.Ignore(o => o.IsLate);
        table.HasIndex(o => new { o.ProviderId, o.Id });
        table.HasOne<Provider>().WithMany().HasForeignKey(o => o.ProviderId).OnDelete(DeleteBehavior.Restrict);
        table.HasOne<Contract>().WithMany().HasForeignKey(o => new { o.ContractId, o.ProviderId }).HasPrincipalKey(c => new { c.Id, c.ProviderId }).OnDelete(DeleteBehavior.Restrict);
    }
}
