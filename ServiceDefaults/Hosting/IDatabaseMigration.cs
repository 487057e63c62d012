namespace Regio.ServiceDefaults.Hosting;

/// <summary>Brings a database of the service to the current schema and reference data; <c>--migrate</c> runs all of them.</summary>
public interface IDatabaseMigration
{
    /// <summary>Migrates; does nothing when there is nothing to do.</summary>
    Task MigrateAsync(CancellationToken cancellationToken);
}
