using Microsoft.EntityFrameworkCore;
using Regio.ExpertTable.Cases;
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

internal static class CaseQueries
{
    /// <summary>With all that belongs to the file, each part by a statement of its own: joined they would multiply the texts.</summary>
    public static IQueryable<Case> WithFile(this IQueryable<Case> cases) =>
        cases.Include(c => c.Analyses).Include(c => c.Purchases).AsSplitQuery();
}
