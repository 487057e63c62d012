using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Regio.Reporting.Projection;

namespace Regio.Reporting.Persistence;

internal sealed class ProjectedCeilingStepConfiguration : IEntityTypeConfiguration<ProjectedCeilingStep>
{
    public void Configure(EntityTypeBuilder<ProjectedCeilingStep> table)
    {
        table.ToTable("ceiling_step");
        table.HasKey(step => new { step.CeilingId, step.Version });
        table.HasIndex(step => step.OccurredAt);
    }
}

internal sealed class ProjectedClientStopConfiguration : IEntityTypeConfiguration<ProjectedClientStop>
{
    public void Configure(EntityTypeBuilder<ProjectedClientStop> table)
    {
        table.ToTable("client_stop");
        table.HasKey(stop => stop.Id);
        table.HasIndex(stop => new { stop.ProviderId, stop.ValidFrom });
        table.HasIndex(stop => stop.OccurredAt);
    }
}
