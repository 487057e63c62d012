using System.Globalization;
using Npgsql;
using Regio.Benchmarks.Load;
using Regio.Benchmarks.Servers;
using Regio.ExpertTable.V1;

namespace Regio.Benchmarks.Rows;

/// <summary>
/// The file of a case of two children opened with its lines in the read log, against the same read by the same service without
/// them; and how many statements of an opening write.
/// </summary>
internal sealed class CaseOpening : IRow
{
    private const int Cases = 200;
    private const int FirstTestNumber = 99_990_001;
    private const string Chair = "table-chair";
    private static readonly Bound s_time = Bound.AtMost(1.5);
    private static readonly Bound s_statements = Bound.AtMost(1.0);
    private static readonly string[] s_writes = ["insert", "update", "delete", "merge", "copy", "with"];

    public string Name => "case-opening";

    public async Task<IReadOnlyList<Outcome>> MeasureAsync(Suite suite, Plan plan, TimeProvider time, CancellationToken cancellationToken)
    {
        await using var service = await suite.StartServiceAsync(Suite.ExpertTable, cancellationToken);
        await using var unlogged = await suite.StartUnloggedTableAsync(cancellationToken);
        await using var database = NpgsqlDataSource.Create(suite.Servers.ExpertTableDatabase);
        var ids = await RecordAsync(suite, service, time, cancellationToken);
        var before = await LinesAsync(database, cancellationToken);
        await OpenAsync(suite, unlogged, ids[0], time, cancellationToken);
        if (await LinesAsync(database, cancellationToken) != before)
            throw new InvalidOperationException("What is read without the log was logged.");
        var writes = await WritesAsync(suite, service, ids[0], time, cancellationToken);

        var subject = Caller("with the log", suite, service, ids, time);
        var reference = Caller("without", suite, unlogged, ids, time);
        var (ours, theirs) = await Duel.RunAsync(subject, reference, plan, cancellationToken);
        return
        [
            new Outcome(Name, "ms", "GetCase with its lines in the read log", "the same without them", Milliseconds(ours), Milliseconds(theirs), s_time),
            new Outcome(Name, "statements", "that write, opening a case of two children", "exactly one", writes, 1, s_statements),
        ];
    }

    private static double Milliseconds(double callsPerSecond) => Plan.Concurrency * 1_000 / callsPerSecond;

    private static Contender Caller(string name, Suite suite, Service service, IReadOnlyList<string> ids, TimeProvider time) => new(
        name,
        (duration, cancellationToken) => ClosedLoop.RunAsync(token => OpenAsync(suite, service, ids[Random.Shared.Next(ids.Count)], time, token), duration, cancellationToken));

    private static async Task OpenAsync(Suite suite, Service service, string id, TimeProvider time, CancellationToken cancellationToken)
    {
        var answer = await new CaseService.CaseServiceClient(service.Channel)
            .GetCaseAsync(new GetCaseRequest { Id = id, Purpose = ReadPurpose.Treatment }, suite.Options(time, cancellationToken, role: Chair));
        if (answer.Case.Analyses.Count == 0)
            throw new InvalidOperationException("A file came without what was written in it.");
    }

    /// <summary>Of the transaction that reads a file.</summary>
    private static async Task<int> WritesAsync(Suite suite, Service service, string id, TimeProvider time, CancellationToken cancellationToken)
    {
        var sent = await new StatementLog(suite.Servers).WatchAsync("from case_entry", () => OpenAsync(suite, service, id, time, cancellationToken), cancellationToken);
        var all = sent.ToList();
        var read = all.FindIndex(statement => statement.Sql.Contains("from case_entry", StringComparison.OrdinalIgnoreCase));
        var opening = all[all.FindLastIndex(read, statement => Begins(statement, "begin"))..(all.FindIndex(read, statement => Begins(statement, "commit")) + 1)];
        var writes = opening.Count(statement => s_writes.Any(verb => Begins(statement, verb)));
        if (writes == 0)
            throw new InvalidOperationException($"An opening left no line:\n{string.Join('\n', opening)}");
        return writes;
    }

    private static bool Begins(Statement statement, string verb) => statement.Sql.StartsWith(verb, StringComparison.OrdinalIgnoreCase);

    private static async Task<long> LinesAsync(NpgsqlDataSource database, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand("select count(*) from case_read");
        return (long)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    private static async Task<IReadOnlyList<string>> RecordAsync(Suite suite, Service service, TimeProvider time, CancellationToken cancellationToken)
    {
        var client = new CaseService.CaseServiceClient(service.Channel);
        using var numbers = TestNumbers().GetEnumerator();
        var ids = new List<string>(Cases);
        while (ids.Count < Cases)
        {
            var registered = await client.RegisterCaseAsync(
                new() { RequestId = NewId(), MunicipalityId = "GM0106", Question = "Welke hulp past hier?", Identity = Child(), Siblings = { Child() } }, Options());
            var id = registered.Case.Id;
            await client.TriageCaseAsync(new() { RequestId = NewId(), Id = id, Accept = true }, Options());
            await client.RecordAnalysisAsync(new() { RequestId = NewId(), Id = id, Text = string.Join(' ', Enumerable.Repeat("De verklarende analyse.", 100)) }, Options());
            ids.Add(id);
        }

        return ids;

        Grpc.Core.CallOptions Options() => suite.Options(time, cancellationToken, role: Chair);

        Identity Child()
        {
            numbers.MoveNext();
            return new() { Bsn = numbers.Current, Name = "Proef", BirthDate = new() { Year = 2014, Month = 3, Day = 9 } };
        }
    }

    /// <summary>Numbers that are set apart for tests, each with a ninth digit by which it passes the eleven-test.</summary>
    private static IEnumerable<string> TestNumbers()
    {
        for (var eight = FirstTestNumber; ; eight++)
        {
            var digits = eight.ToString(CultureInfo.InvariantCulture);
            var last = Enumerable.Range(0, digits.Length).Sum(place => (9 - place) * (digits[place] - '0')) % 11;
            if (last < 10)
                yield return $"{digits}{last}";
        }
    }

    private static string NewId() => Guid.CreateVersion7().ToString();
}
