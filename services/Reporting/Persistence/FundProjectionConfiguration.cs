using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Regio.Reporting.Projection;

namespace Regio.Reporting.Persistence;

internal sealed class ProjectedHourClaimConfiguration : IEntityTypeConfiguration<ProjectedHourClaim>
{
    public void Configure(EntityTypeBuilder<ProjectedHourClaim> table)
    {
        table.ToTable("hour_claim", t =>
        {
            t.HasCheckConstraint("ck_hour_claim_quarter", "quarter_start = date_trunc('quarter', quarter_start::timestamp)::date");
            t.HasCheckConstraint("ck_hour_claim_settled", "(state = 'settled') = (fund_id is not null)");
        });
        table.HasKey(claim => claim.Id);
        table.HasIndex(claim => claim.QuarterStart);
        table.HasIndex(claim => claim.OccurredAt);
    }
}

internal sealed class ProjectedFundConfiguration : IEntityTypeConfiguration<ProjectedFund>
{
    public void Configure(EntityTypeBuilder<ProjectedFund> table)
    {
        table.ToTable("fund", t => t.HasCheckConstraint("ck_fund_validity", "valid_until > valid_from"));
        table.HasKey(fund => fund.Id);
        table.HasIndex(fund => fund.OccurredAt);
    }
}

internal sealed class ProjectedFundMovementConfiguration : IEntityTypeConfiguration<ProjectedFundMovement>
{
    public void Configure(EntityTypeBuilder<ProjectedFundMovement> table)
    {
        table.ToTable("fund_movement", t => t.HasCheckConstraint("ck_fund_movement_amount", "amount_cents > 0 or kind = 'granted'"));
        table.HasKey(movement => new { movement.FundId, movement.Number });
        table.HasOne<ProjectedFund>().WithMany().HasForeignKey(movement => movement.FundId);
    }
}
