using Microsoft.EntityFrameworkCore;
using Regio.ServiceDefaults.Persistence;

namespace Regio.Municipalities.Persistence;

/// <summary>The unit of work of this service.</summary>
internal sealed class MunicipalitiesDbContext(DbContextOptions<MunicipalitiesDbContext> options) : ServiceDbContext(options)
{
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(MunicipalitiesDbContext).Assembly);
    }
}
