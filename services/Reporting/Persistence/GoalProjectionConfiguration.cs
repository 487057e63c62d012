using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Regio.Reporting.Projection;

namespace Regio.Reporting.Persistence;

internal sealed class ProjectedGoalNodeConfiguration : IEntityTypeConfiguration<ProjectedGoalNode>
{
    public void Configure(EntityTypeBuilder<ProjectedGoalNode> table)
    {
        // A node may be told before the one that it hangs below, so nothing refers to that.
        table.ToTable("goal_node", t => t.HasCheckConstraint("ck_goal_node_days", "valid_from < valid_until"));
        table.HasKey(node => node.Id);
        table.HasIndex(node => node.RegionId);
        table.HasIndex(node => node.OccurredAt);
    }
}
