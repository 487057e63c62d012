using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Regio.Procurement.CareOrders.Assignments;
using Regio.Procurement.CareOrders.Trajectories;

namespace Regio.Procurement.Persistence;

internal sealed class CareTrajectoryConfiguration : IEntityTypeConfiguration<CareTrajectory>
{
    public void Configure(EntityTypeBuilder<CareTrajectory> table)
    {
        table.ToTable("care_trajectory", t =>
        {
            t.HasCheckConstraint("ck_care_trajectory_days", "(started_on is not null or ended_on is null) and ended_on >= started_on");
            t.HasCheckConstraint("ck_care_trajectory_sums", "cents >= 0 and level between 0 and 8 and version > 0");
        });
        table.HasKey(t => t.Id);
        table.Property(t => t.Id).ValueGeneratedNever();
        table.Property(t => t.Version).IsConcurrencyToken();
        table.ComplexProperty(t => t.Facts, facts =>
        {
            facts.IsRequired();
            facts.Property(f => f.Category).HasColumnName("category");
            facts.Property(f => f.Code).HasColumnName("code");
            facts.Property(f => f.Level).HasColumnName("level");
            facts.Property(f => f.WithStay).HasColumnName("with_stay");
            facts.Property(f => f.StartedOn).HasColumnName("started_on");
            facts.Property(f => f.EndedOn).HasColumnName("ended_on");
            facts.Property(f => f.Cents).HasColumnName("cents");
        });
        table.HasOne<CareAssignment>().WithOne().HasForeignKey<CareTrajectory>(t => t.Id).OnDelete(DeleteBehavior.Restrict);
    }
}
