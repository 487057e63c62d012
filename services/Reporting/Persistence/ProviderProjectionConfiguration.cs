using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Regio.Reporting.Projection;

namespace Regio.Reporting.Persistence;

internal sealed class ProjectedProviderConfiguration : IEntityTypeConfiguration<ProjectedProvider>
{
    public void Configure(EntityTypeBuilder<ProjectedProvider> table)
    {
        table.ToTable("provider");
        table.HasKey(provider => provider.Id);
        table.Property(provider => provider.Id).ValueGeneratedNever();
        // As in the register: with two names for one code, a message would be shown twice.
        table.HasIndex(provider => provider.AgbCode).IsUnique();
    }
}
