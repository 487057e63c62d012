using Microsoft.EntityFrameworkCore;
using Regio.ServiceDefaults.Persistence;

namespace Regio.Testing.Migrations;

/// <summary>How a service migrates its database.</summary>
public static class MigrationOptions
{
    /// <summary>The table that lists the migrations, as the services name it.</summary>
    internal const string History = "schema_migration";

    /// <summary>Options of a context, as its service sets them.</summary>
    /// <typeparam name="TContext">The context.</typeparam>
    /// <param name="connectionString">Its database.</param>
    public static DbContextOptions<TContext> Of<TContext>(string connectionString)
        where TContext : ServiceDbContext =>
        new DbContextOptionsBuilder<TContext>().UseNpgsql(connectionString, npgsql => npgsql.MigrationsHistoryTable(History)).Options;
}
