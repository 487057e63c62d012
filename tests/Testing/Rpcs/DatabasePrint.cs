using System.Runtime.CompilerServices;
using System.Text;
using Npgsql;

namespace Regio.Testing.Rpcs;

/// <summary>
/// Which transactions wrote the rows of all tables of a database, as one short text: a call that was refused leaves it as it
/// was, and one that writes a row again as it was has written. Of the tables of the platform only the number of rows counts,
/// because the relay marks messages as sent at its own time.
/// </summary>
public static class DatabasePrint
{
    private static readonly string[] CountedOnly = ["public.outbox_message"];
    private static readonly string[] LeftOut = ["inbox_message"];

    private static readonly ConditionalWeakTable<TestDatabase, Known> LastOf = [];

    public static async Task<string> OfAsync(TestDatabase database)
    {
        await using var connection = new NpgsqlConnection(database.ConnectionString);
        await connection.OpenAsync();

        // Where the whole server has written nothing since the last print, all tables need not be read again.
        var written = await WrittenAsync(connection);
        if (LastOf.TryGetValue(database, out var last) && last.Written == written)
            return last.Print;
        var print = await ReadAsync(connection);
        LastOf.AddOrUpdate(database, new Known(written, print));
        return print;
    }

    /// <summary>The tables in which two prints differ.</summary>
    public static string Difference(string before, string after) =>
        string.Join(", ", after.Split(Environment.NewLine).Except(before.Split(Environment.NewLine)).Select(line => line.Split(' ')[0]));

    private static async Task<string> WrittenAsync(NpgsqlConnection connection)
    {
        await using var command = new NpgsqlCommand("select pg_current_wal_insert_lsn()::text", connection);
        return (string)(await command.ExecuteScalarAsync())!;
    }

    private static async Task<string> ReadAsync(NpgsqlConnection connection)
    {
        var tables = await TablesAsync(connection);
        await using var batch = new NpgsqlBatch(connection);
        foreach (var table in tables)
        {
            var content = CountedOnly.Contains(table) ? "" : ", sum(xmin::text::bigint)";
            batch.BatchCommands.Add(new NpgsqlBatchCommand($"select concat_ws('/', count(*){content}) from {table} line"));
        }

        var print = new StringBuilder();
        await using var reader = await batch.ExecuteReaderAsync();
        foreach (var table in tables)
        {
            await reader.ReadAsync();
            print.Append(table).Append(' ').Append(reader.GetString(0)).AppendLine();
            await reader.NextResultAsync();
        }

        return print.ToString();
    }

    private static async Task<List<string>> TablesAsync(NpgsqlConnection connection)
    {
        await using var command = new NpgsqlCommand(
            "select quote_ident(schemaname) || '.' || quote_ident(tablename) from pg_tables where schemaname not in ('pg_catalog', 'information_schema') and tablename <> all($1) order by 1", connection);
        command.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = LeftOut });
        await using var reader = await command.ExecuteReaderAsync();
        var tables = new List<string>();
        while (await reader.ReadAsync())
            tables.Add(reader.GetString(0));
        return tables;
    }

    private sealed record Known(string Written, string Print);
}
