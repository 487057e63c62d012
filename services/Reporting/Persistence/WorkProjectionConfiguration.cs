using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Regio.Reporting.Projection;

namespace Regio.Reporting.Persistence;

internal sealed class ProjectedWorkItemConfiguration : IEntityTypeConfiguration<ProjectedWorkItem>
{
    public void Configure(EntityTypeBuilder<ProjectedWorkItem> table)
    {
        table.ToTable("work_item", t => t.HasCheckConstraint("ck_work_item_closed", "(state = 'open') = (closed_on is null)"));
        table.HasKey(item => item.Id);
        table.HasIndex(item => item.RegionId);
        table.HasIndex(item => item.RoundId);
        table.HasIndex(item => item.GoalNodeId);
        table.HasIndex(item => item.MunicipalityId);
        table.HasIndex(item => item.OccurredAt);
    }
}

internal sealed class ProjectedPlanConfiguration : IEntityTypeConfiguration<ProjectedPlan>
{
    public void Configure(EntityTypeBuilder<ProjectedPlan> table)
    {
        table.ToTable("plan");
        table.HasKey(plan => plan.Id);
        table.HasIndex(plan => plan.RegionId);
        table.HasIndex(plan => plan.OccurredAt);
    }
}

internal sealed class ProjectedMilestoneConfiguration : IEntityTypeConfiguration<ProjectedMilestone>
{
    public void Configure(EntityTypeBuilder<ProjectedMilestone> table)
    {
        table.ToTable("plan_milestone", t => t.HasCheckConstraint("ck_plan_milestone_days", "earliest <= latest"));
        table.HasKey(milestone => new { milestone.PlanId, milestone.Position });
        table.HasOne<ProjectedPlan>().WithMany().HasForeignKey(milestone => milestone.PlanId);
    }
}

internal sealed class ProjectedPartialMembershipConfiguration : IEntityTypeConfiguration<ProjectedPartialMembership>
{
    public void Configure(EntityTypeBuilder<ProjectedPartialMembership> table)
    {
        table.ToTable("partial_membership", t => t.HasCheckConstraint("ck_partial_membership_part", "product_group <> '' or care <> 'all'"));
        table.HasKey(m => new { m.MunicipalityId, m.RegionId, m.ProductGroup, m.Care, m.ValidFrom });
        table.HasIndex(m => m.OccurredAt);
    }
}
