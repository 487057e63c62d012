using Microsoft.EntityFrameworkCore;
using Regio.Reporting.Persistence;
using Regio.ServiceDefaults.Persistence;

namespace Regio.Reporting.Importing;

/// <summary>
/// A load without a caller, within the transaction that holds its import: all of its rows or none, while the import stays
/// held and can be told what came of it.
/// </summary>
internal static class StoredLoad
{
    private const string BeforeRows = "before_rows";

    // Millions of rows take longer than a statement of a call may.
    private static readonly TimeSpan LongestStatement = TimeSpan.FromHours(12);

    /// <summary>Runs it, and takes its rows back when it says that nothing is to be kept or goes wrong.</summary>
    /// <param name="db">In the transaction that holds the import.</param>
    /// <param name="import">The import, tracked.</param>
    /// <param name="load">Stores the rows; false: nothing of them is to be kept.</param>
    /// <param name="ct">Ends it, with nothing done.</param>
    /// <returns>Why it would go wrong each time; null when it went well.</returns>
    public static async Task<Exception?> RunAsync(ReportingDbContext db, object import, Func<Task<bool>> load, CancellationToken ct)
    {
        db.Database.SetCommandTimeout(LongestStatement);
        var transaction = db.Database.CurrentTransaction!;
        await transaction.CreateSavepointAsync(BeforeRows, ct);
        try
        {
            if (await load())
                return null;
            await TakeBackAsync();
            return null;
        }
        catch (Exception exception) when (!ct.IsCancellationRequested && !DatabaseFaults.IsPassing(exception))
        {
            await TakeBackAsync();
            return exception;
        }

        async Task TakeBackAsync()
        {
            await transaction.RollbackToSavepointAsync(BeforeRows, ct);
            db.ChangeTracker.Clear();
            db.Attach(import);
        }
    }
}
