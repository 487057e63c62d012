using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Regio.Municipalities.Goals;
using Regio.Municipalities.Register;

namespace Regio.Municipalities.Persistence;

internal sealed class GoalConfiguration : IEntityTypeConfiguration<GoalNode>
{
    public void Configure(EntityTypeBuilder<GoalNode> table)
    {
        table.ToTable("goal_node", t =>
        {
            t.HasCheckConstraint("ck_goal_node_parent", "parent_id <> id");
            t.HasCheckConstraint("ck_goal_node_validity", "not isempty(validity)");
            t.HasCheckConstraint("ck_goal_node_indicator", "indicator_code is null or kind = 'Indicator'");
        });
        table.HasKey(n => n.Id);
        table.Property(n => n.Id).ValueGeneratedNever();
        table.Property(n => n.Version).IsConcurrencyToken();
        table.HasOne<Region>().WithMany().HasForeignKey(n => n.RegionId).OnDelete(DeleteBehavior.Restrict);
        table.HasOne<GoalNode>().WithMany().HasForeignKey(n => n.ParentId).OnDelete(DeleteBehavior.Restrict);
    }
}
