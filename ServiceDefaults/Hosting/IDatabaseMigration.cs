namespace Regio.ServiceDefaults.Hosting;

/// <summary>Brings a database of the service up to date; what <c>--migrate</c> runs.</summary>
public interface IDatabaseMigration
{
    /// <summary>Applies the migrations and loads the reference data, waiting for the server if it is not there yet.</summary>
    Task MigrateAsync(CancellationToken ct);
}
