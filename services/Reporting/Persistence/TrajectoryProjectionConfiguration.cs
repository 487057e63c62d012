using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Regio.Reporting.Projection;
using Regio.Reporting.Trajectories;

namespace Regio.Reporting.Persistence;

internal sealed class ProjectedTrajectoryConfiguration : IEntityTypeConfiguration<ProjectedTrajectory>
{
    public void Configure(EntityTypeBuilder<ProjectedTrajectory> table)
    {
        table.ToTable("trajectory", t => t.HasCheckConstraint("ck_trajectory_days", "(started_on is not null or ended_on is null) and ended_on >= started_on"));
        table.HasKey(trajectory => trajectory.Id);
        // Holds all that a municipality is counted by: its trajectories lie in as many places as it has of them.
        table.HasIndex(trajectory => new { trajectory.MunicipalityId, trajectory.StartedOn }).IncludeProperties(
            trajectory => new { trajectory.EndedOn, trajectory.Level, trajectory.WithStay, trajectory.ClientPseudonym, trajectory.AmountCents });
        table.HasIndex(trajectory => trajectory.OccurredAt);
    }
}

internal sealed class TrajectoryChangeConfiguration : IEntityTypeConfiguration<TrajectoryChange>
{
    public void Configure(EntityTypeBuilder<TrajectoryChange> table)
    {
        // Written by triggers on the trajectories alone.
        table.ToTable("trajectory_change");
        table.HasKey(change => new { change.Year, change.MunicipalityId });
    }
}

internal sealed class CountedTrajectoriesConfiguration : IEntityTypeConfiguration<CountedTrajectories>
{
    public void Configure(EntityTypeBuilder<CountedTrajectories> table)
    {
        table.ToTable("trajectory_count");
        table.HasKey(counted => new { counted.Year, counted.MunicipalityId });
        table.Property(counted => counted.Figures).HasColumnType("jsonb");
    }
}
