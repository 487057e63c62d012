using Microsoft.EntityFrameworkCore;
using Regio.ServiceDefaults.Persistence;

namespace Regio.ExpertTable.Persistence;

/// <summary>The unit of work of this service. The vault has a schema of its own.</summary>
internal sealed class ExpertTableDbContext(DbContextOptions<ExpertTableDbContext> options) : ServiceDbContext(options)
{
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(ExpertTableDbContext).Assembly);
    }
}
