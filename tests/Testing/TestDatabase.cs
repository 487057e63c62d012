using System.Collections.Concurrent;
using Npgsql;

namespace Regio.Testing;

/// <summary>A database of its own for a test class; gone when the class is done.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private const int MostSeconds = 300;

    private static readonly ConcurrentDictionary<string, Lazy<Task<string>>> Templates = new(StringComparer.Ordinal);

    private readonly string _admin;

    private TestDatabase(string admin, string name)
    {
        _admin = admin;
        Name = name;
        ConnectionString = Named(admin, name);
    }

    public string Name { get; }

    public string ConnectionString { get; }

    /// <summary>A name on the server that no database has yet.</summary>
    public static TestDatabase Missing(string admin) => new(admin, FreshName());

    public static async Task<TestDatabase> CreateAsync(string admin)
    {
        var database = Missing(admin);
        await ExecuteAsync(admin, $"create database {database.Name}");
        return database;
    }

    /// <summary>A copy of a database that was migrated once for the whole run.</summary>
    /// <param name="admin">Connection string of the server.</param>
    /// <param name="template">Name of the template.</param>
    /// <param name="migrate">Migrates the template, given its connection string.</param>
    public static async Task<TestDatabase> FromTemplateAsync(string admin, string template, Func<string, Task> migrate)
    {
        var source = await Templates.GetOrAdd($"{admin}/{template}", _ => new(() => MakeTemplateAsync(admin, template, migrate))).Value;
        var database = Missing(admin);
        await ExecuteAsync(admin, $"create database {database.Name} template {source}");
        return database;
    }

    public async ValueTask DisposeAsync()
    {
        await ExecuteAsync(_admin, $"drop database if exists {Name} with (force)");
    }

    public async Task<T?> ScalarAsync<T>(string sql)
    {
        await using var connection = new NpgsqlConnection(Unpooled(ConnectionString));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        var value = await command.ExecuteScalarAsync();
        return value is null or DBNull ? default : (T)value;
    }

    public Task ExecuteAsync(string sql) => ExecuteAsync(ConnectionString, sql);

    private static async Task<string> MakeTemplateAsync(string admin, string template, Func<string, Task> migrate)
    {
        var name = $"{template}_{FreshName()}";
        await ExecuteAsync(admin, $"create database {name}");
        await migrate(Unpooled(Named(admin, name)));
        return name;
    }

    private static async Task ExecuteAsync(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(Unpooled(connectionString));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private static string FreshName() => $"test_{Guid.CreateVersion7():N}";

    // Nobody may be connected to a template that is copied, nor to a database that is dropped. Both write the whole server's pages
    // down first, which takes longer than the usual half a minute where everything is busy.
    private static string Unpooled(string connectionString) =>
        new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false, CommandTimeout = MostSeconds }.ConnectionString;

    private static string Named(string admin, string name) =>
        new NpgsqlConnectionStringBuilder(admin) { Database = name, MaxPoolSize = 20 }.ConnectionString;
}
