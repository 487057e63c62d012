using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Regio.Reporting.Persistence;
using Regio.Reporting.Projection;
using Regio.ServiceDefaults.Errors;

namespace Regio.Reporting.Rebuild;

/// <summary>The tables of the projection as one thing, to be held and emptied: those of the rows in the folder of the projection.</summary>
internal static class ProjectionTables
{
    private const long LockKey = 0x5245_4749_4F02;

    /// <summary>
    /// Keeps consumers out until the transaction ends, and no reader. Each consumer first writes to one of the tables held
    /// here, so none of them holds anything that the rebuild needs while it waits.
    /// </summary>
    public static async Task TakeAsync(ReportingDbContext db, CancellationToken ct)
    {
        var alone = await db.Database.SqlQuery<bool>($"""select pg_try_advisory_xact_lock({LockKey}) as "Value" """).SingleAsync(ct);
        if (!alone)
            throw new DomainException(RebuildRules.Running);
        var first = Of(db.Model).Where(table => Projector.FirstRows.Contains(table.ClrType)).Select(NameOf);
        await RunAsync(db, $"lock table {string.Join(", ", first)} in share row exclusive mode", ct);
    }

    /// <summary>Deletes all rows, those that refer to others first. Readers go on seeing them until the commit.</summary>
    public static Task EmptyAsync(ReportingDbContext db, CancellationToken ct) =>
        RunAsync(db, string.Join('\n', Of(db.Model).Select(table => $"delete from {NameOf(table)};")), ct);

    /// <summary>The tables, those that refer to others before these.</summary>
    public static IReadOnlyList<IEntityType> Of(IModel model)
    {
        var left = model.GetEntityTypes()
            .Where(type => type.ClrType.Namespace == typeof(Projector).Namespace && type.GetTableName() is not null)
            .OrderBy(type => type.GetTableName(), StringComparer.Ordinal).ToList();
        var ordered = new List<IEntityType>();
        while (left.Count > 0)
        {
            var free = left.First(type => !left.Exists(other => other != type && other.GetForeignKeys().Any(key => key.PrincipalEntityType == type)));
            left.Remove(free);
            ordered.Add(free);
        }

        return ordered;
    }

    private static string NameOf(IEntityType table) => $"\"{table.GetTableName()}\"";

    // Names of tables come from the model, never from a caller.
    private static async Task RunAsync(ReportingDbContext db, string statement, CancellationToken ct) => await db.Database.ExecuteSqlRawAsync(statement, ct);
}
