using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Regio.Benchmarks.Servers;

namespace Regio.Benchmarks.Load;

/// <summary>A transaction that was seen, as a script for pgbench: same statements, same values, new keys each time.</summary>
internal sealed partial record PgBenchScript(string Text, IReadOnlyDictionary<string, string> Variables, int Statements)
{
    private const string FreshText = "lpad(to_hex(:fresh::bigint), 32, '0')";

    /// <summary>
    /// Takes the transaction out of what a session sent. Its first change decides whether the request is new and so is a
    /// round trip of its own, as in the service; "begin" goes along with it. All the rest is one round trip more, which
    /// is one less than the service has: it looks at what it changed before it commits.
    /// </summary>
    public static PgBenchScript From(IReadOnlyList<Statement> session, string requestId, string aggregateId)
    {
        var begin = Position(session, "begin", from: 0);
        var commit = Position(session, "commit", begin);
        var variables = new Dictionary<string, string>(StringComparer.Ordinal);
        var changes = session.Skip(begin + 1).Take(commit - begin - 1)
            .Select(statement => Write(statement, requestId, aggregateId, variables)).ToList();
        var text = new StringBuilder()
            .AppendLine("\\set fresh random(1, 9223372036854775806)")
            .AppendLine("\\startpipeline").AppendLine("begin;").AppendLine(changes[0]).AppendLine("\\endpipeline")
            .AppendLine("\\startpipeline").AppendJoin('\n', changes.Skip(1)).AppendLine().AppendLine("commit;").AppendLine("\\endpipeline");
        return new PgBenchScript(text.ToString(), variables, changes.Count);
    }

    private static int Position(IReadOnlyList<Statement> session, string word, int from)
    {
        for (var position = from; position < session.Count; position++)
            if (session[position].Sql.StartsWith(word, StringComparison.OrdinalIgnoreCase))
                return position;
        throw new InvalidOperationException($"No {word} among the statements:\n{string.Join('\n', session)}");
    }

    private static string Write(Statement statement, string requestId, string aggregateId, Dictionary<string, string> variables)
    {
        var sql = Placeholder().Replace(statement.Sql, match =>
        {
            var value = statement.Parameters[int.Parse(match.Groups["number"].Value, CultureInfo.InvariantCulture) - 1];
            if (value is null)
                return "null";
            if (value == requestId)
                return FreshText;
            if (value == aggregateId)
                return FreshText + "::uuid";
            var name = string.Create(CultureInfo.InvariantCulture, $"v{variables.Count + 1}");
            variables.Add(name, value);
            return ":" + name;
        });
        return sql + ";";
    }

    [GeneratedRegex(@"\$(?<number>[0-9]+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Placeholder();
}
