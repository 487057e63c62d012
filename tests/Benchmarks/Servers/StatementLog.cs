using System.Text;
using System.Text.RegularExpressions;
using Npgsql;

namespace Regio.Benchmarks.Servers;

/// <summary>A statement as the database server received it; a parameter without value is null.</summary>
internal sealed record Statement(string Sql, IReadOnlyList<string?> Parameters);

/// <summary>
/// Lets the database server say which statements a call leads to, so that what we compare with is what the service
/// really does and stays so when the service changes.
/// </summary>
internal sealed partial class StatementLog(PrivateServers servers)
{
    // What the driver sends before the first command on a connection out of its pool: no part of the work that is compared.
    private const string DriverReset = "SET SESSION AUTHORIZATION DEFAULT;";

    private sealed record Entry(string Session, string Kind, StringBuilder Text);

    /// <summary>The statements of the session that first sends one which holds a text, while a call runs.</summary>
    public async Task<IReadOnlyList<Statement>> WatchAsync(string holds, Func<Task> call, CancellationToken cancellationToken)
    {
        var end = $"end-{Guid.NewGuid():N}";
        await using var database = NpgsqlDataSource.Create(servers.Database);
        await SetAsync(database, "all", cancellationToken);
        await call();
        await ExecuteAsync(database, $"select '{end}'", cancellationToken);
        var entries = await ReadUntilAsync(end, cancellationToken);
        await SetAsync(database, "none", cancellationToken);

        var session = entries.First(entry => entry.Text.ToString().Contains(holds, StringComparison.OrdinalIgnoreCase)).Session;
        return [.. Statements(entries.Where(entry => entry.Session == session)).Where(statement => !statement.Sql.StartsWith(DriverReset, StringComparison.Ordinal))];
    }

    private static async Task SetAsync(NpgsqlDataSource database, string which, CancellationToken cancellationToken)
    {
        await ExecuteAsync(database, "alter system set log_line_prefix = 'session=%p '", cancellationToken);
        await ExecuteAsync(database, $"alter system set log_statement = '{which}'", cancellationToken);
        await ExecuteAsync(database, "select pg_reload_conf()", cancellationToken);
        // A session takes the new settings up at its next command.
        await Task.Delay(TimeSpan.FromMilliseconds(300), cancellationToken);
    }

    private static async Task ExecuteAsync(NpgsqlDataSource database, string sql, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private async Task<IReadOnlyList<Entry>> ReadUntilAsync(string end, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(TimeSpan.FromSeconds(15));
        var entries = new List<Entry>();
        var seen = new List<string>();
        try
        {
            await foreach (var lines in servers.DatabaseLog().WithCancellation(patience.Token))
            {
                foreach (var line in lines.Select(line => line.Content))
                {
                    seen.Add(line);
                    Add(entries, line);
                    if (line.Contains(end, StringComparison.Ordinal))
                        return entries;
                }
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // Said below, with what was read.
        }

        throw new InvalidOperationException($"The database server did not log its statements; it said:\n{string.Join('\n', seen.TakeLast(20))}");
    }

    private static void Add(List<Entry> entries, string line)
    {
        if (Beginning().Match(line) is { Success: true } begin)
            entries.Add(new Entry(begin.Groups["session"].Value, begin.Groups["kind"].Value, new StringBuilder(begin.Groups["text"].Value)));
        else if (entries.Count > 0)
            entries[^1].Text.Append('\n').Append(line.TrimStart('\t'));
    }

    private static List<Statement> Statements(IEnumerable<Entry> entries)
    {
        var statements = new List<Statement>();
        foreach (var entry in entries)
        {
            var text = entry.Text.ToString();
            if (entry.Kind == "LOG" && Execution().Match(text) is { Success: true } execution)
                statements.Add(new Statement(execution.Groups["sql"].Value.Trim().TrimEnd(';'), []));
            else if (entry.Kind == "DETAIL" && statements.Count > 0)
                statements[^1] = statements[^1] with { Parameters = [.. Parameter().Matches(text).Select(Value)] };
        }

        return statements;
    }

    private static string? Value(Match parameter) =>
        parameter.Groups["value"] is { Success: true } value ? value.Value.Replace("''", "'", StringComparison.Ordinal) : null;

    [GeneratedRegex("session=(?<session>[0-9]+) (?<kind>[A-Z]+): +(?<text>.*)$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Beginning();

    [GeneratedRegex("^(statement|execute [^:]+): (?<sql>.*)$", RegexOptions.ExplicitCapture | RegexOptions.Singleline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Execution();

    [GeneratedRegex(@"\$[0-9]+ = (NULL|'(?<value>([^']|'')*)')", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Parameter();
}
