using Microsoft.EntityFrameworkCore;
using Regio.ServiceDefaults.Persistence;

namespace Regio.Reporting.Persistence;

/// <summary>The unit of work of this service.</summary>
internal sealed class ReportingDbContext(DbContextOptions<ReportingDbContext> options) : ServiceDbContext(options)
{
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(ReportingDbContext).Assembly);
    }
}
