using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql;
using Regio.ServiceDefaults.Persistence;
using Xunit;

namespace Regio.Testing.Migrations;

/// <summary>
/// Takes the migrations of a service there and back on an empty database. A test project derives one class from it; a migration that
/// is added is tried by itself.
/// </summary>
public abstract class MigrationsTests(TestServers servers)
{
    [Fact]
    public async Task A_migration_that_is_taken_back_leaves_what_was_there_before_it()
    {
        await using var database = await servers.CreateDatabaseAsync();
        await using var db = Context(database.ConnectionString);
        var migrator = db.GetService<IMigrator>();
        string[] all = [.. db.Database.GetMigrations()];
        var before = new List<IReadOnlySet<string>>();
        foreach (var migration in all)
        {
            before.Add(await SchemaPrint.OfAsync(database, MigrationOptions.History));
            await migrator.MigrateAsync(migration);
        }

        var whole = await SchemaPrint.OfAsync(database, MigrationOptions.History);
        var faults = new List<string>();
        for (var number = all.Length - 1; number >= 0; number--)
        {
            try
            {
                await migrator.MigrateAsync(number == 0 ? Migration.InitialDatabase : all[number - 1]);
            }
            catch (PostgresException refusal)
            {
                Refuse([$"{all[number]} cannot be taken back: {refusal.MessageText}", .. faults]);
            }

            faults.AddRange(Differences($"{all[number]} taken back", before[number], await SchemaPrint.OfAsync(database, MigrationOptions.History)));
        }

        Refuse(faults);
        await migrator.MigrateAsync();
        faults.AddRange(Differences("All of them once more", whole, await SchemaPrint.OfAsync(database, MigrationOptions.History)));
        Refuse(faults);
    }

    [Fact]
    public async Task The_migrations_say_all_that_the_model_says()
    {
        await using var db = Context("Host=none");
        if (db.Database.HasPendingModelChanges())
            Refuse(["The model has changed since the last migration: make another one (./regio migration)."]);
    }

    // An index of a part of the rows serves only who asks for that part; of those that refer to something at all, everybody.
    [Fact]
    public async Task What_refers_to_another_row_is_found_by_an_index()
    {
        await using var database = await servers.CreateDatabaseAsync();
        await using var db = Context(database.ConnectionString);
        await db.Database.MigrateAsync();
        var without = await database.ScalarAsync<string>(
            """
            select string_agg(f.conname, ' ' order by f.conname) from pg_constraint f
            where f.contype = 'f' and f.connamespace = 'public'::regnamespace and not exists (
                select from pg_index i
                where i.indrelid = f.conrelid and (i.indkey::smallint[])[0:cardinality(f.conkey) - 1] @> f.conkey
                  and coalesce(pg_get_expr(i.indpred, i.indrelid) ~ '^\([a-z_]+ IS NOT NULL\)$', true))
            """);
        var unindexed = without?.Split(' ') ?? [];
        Refuse([.. unindexed.Except(OfFew).Select(key => $"{key} has no index."), .. OfFew.Except(unindexed).Select(key => $"{key} has an index and need not be named.")]);
    }

    /// <summary>Foreign keys without an index: their tables have so few rows that they are read whole all the same.</summary>
    protected virtual IReadOnlyList<string> OfFew => [];

    /// <summary>The context of the service.</summary>
    /// <param name="connectionString">Its database.</param>
    protected abstract ServiceDbContext Context(string connectionString);

    private static IEnumerable<string> Differences(string after, IReadOnlySet<string> wanted, IReadOnlySet<string> found) =>
    [
        .. wanted.Except(found).Select(line => $"{after}, missing: {line}"),
        .. found.Except(wanted).Select(line => $"{after}, left over: {line}"),
    ];

    private static void Refuse(List<string> faults)
    {
        if (faults.Count > 0)
            throw new MigrationException(faults);
    }
}

/// <summary>Says which migrations are not as expected.</summary>
public sealed class MigrationException(IReadOnlyList<string> faults) : Exception(string.Join(Environment.NewLine, faults));
