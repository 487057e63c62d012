namespace Regio.ServiceDefaults.Persistence;

/// <summary>Puts in place what a service cannot do without; runs after the migrations, under the same lock.</summary>
/// <typeparam name="TContext">The context of the service.</typeparam>
public interface IReferenceDataLoader<in TContext>
    where TContext : ServiceDbContext
{
    /// <summary>Loads what is missing. Running it again changes nothing.</summary>
    Task LoadAsync(TContext db, CancellationToken ct);
}
