using System.Diagnostics;
using Npgsql;
using Regio.Benchmarks.Load;
using Regio.Benchmarks.Servers;
using Regio.Municipalities.V1;

namespace Regio.Benchmarks.Rows;

/// <summary>Who owes what by when, over 42 regions with 342 municipalities and 500 rounds: the first 500 of all, and all of one municipality.</summary>
internal sealed class Owed : IRow
{
    private const double MostMilliseconds = 50;
    private const string OneOf = "GM2120";
    private static readonly Bound s_time = Bound.AtMost(1.0);

    public string Name => "owed";

    public async Task<IReadOnlyList<Outcome>> MeasureAsync(Suite suite, Plan plan, TimeProvider time, CancellationToken cancellationToken)
    {
        await using var database = NpgsqlDataSource.Create(suite.Servers.Database);
        await FillAsync(database, cancellationToken);
        var client = new RoundStatusService.RoundStatusServiceClient(suite.Channel);
        var first = new ListOwedRequest { PageSize = 500 };
        var one = new ListOwedRequest { PageSize = 500, MunicipalityId = OneOf };
        await RequireIndexAsync(suite, database, () => AskAsync(first), cancellationToken);
        await RequireIndexAsync(suite, database, () => AskAsync(one), cancellationToken);
        return
        [
            new Outcome(Name, "ms", "first 500 of all, p50", "bound", await MedianAsync(() => AskAsync(first), plan, cancellationToken), MostMilliseconds, s_time),
            new Outcome(Name, "ms", "all of one municipality, p50", "bound", await MedianAsync(() => AskAsync(one), plan, cancellationToken), MostMilliseconds, s_time),
        ];

        async Task AskAsync(ListOwedRequest request)
        {
            var answer = await client.ListOwedAsync(request, suite.Options(time, cancellationToken));
            if (request.MunicipalityId.Length > 0 ? answer.Owed.Count == 0 : answer.Owed.Count != request.PageSize)
                throw new InvalidOperationException($"{answer.Owed.Count} duties came for {request}.");
        }
    }

    private static async Task<double> MedianAsync(Func<Task> ask, Plan plan, CancellationToken cancellationToken)
    {
        var took = new List<double>();
        var started = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(started) < plan.WarmUp + (plan.Rounds * plan.Round))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var begin = Stopwatch.GetTimestamp();
            await ask();
            if (Stopwatch.GetElapsedTime(started) > plan.WarmUp)
                took.Add(Stopwatch.GetElapsedTime(begin).TotalMilliseconds);
        }

        return Quantile.Of(took, 0.5);
    }

    /// <summary>The statement that the service really sends must find its rows by an index, however few they are today.</summary>
    private static async Task RequireIndexAsync(Suite suite, NpgsqlDataSource database, Func<Task> ask, CancellationToken cancellationToken)
    {
        var statements = await new StatementLog(suite.Servers).WatchAsync("from round_duty", ask, cancellationToken);
        var sent = statements.First(statement => statement.Sql.Contains("FROM round_duty", StringComparison.OrdinalIgnoreCase));
        var sql = sent.Sql;
        for (var number = sent.Parameters.Count; number >= 1; number--)
            sql = sql.Replace($"${number}", sent.Parameters[number - 1] is { } value ? $"'{value.Replace("'", "''", StringComparison.Ordinal)}'" : "NULL", StringComparison.Ordinal);
        await using var command = database.CreateCommand("explain " + sql);
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        var lines = new List<string>();
        while (await rows.ReadAsync(cancellationToken))
            lines.Add(rows.GetString(0));
        var plan = string.Join('\n', lines);
        if (plan.Contains("Seq Scan on round_duty", StringComparison.Ordinal) || !plan.Contains("ix_round_duty_", StringComparison.Ordinal))
            throw new InvalidOperationException($"Who owes what is not found by an index:\n{plan}");
    }

    private static async Task FillAsync(NpgsqlDataSource database, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            """
            insert into municipality (id, name, rank, version, source_title, source_place)
            select 'GM' || lpad((2000 + n)::text, 4, '0'), 'Gemeente ' || n, 100 + n, 1, '', '' from generate_series(1, 330) n;
            insert into region (id, name, kind, validity, source_title, source_place)
            select 'JR' || n, 'Jeugdhulpregio ' || n, 'YouthCare', '[2015-01-01,)', '', '' from generate_series(1, 41) n;
            insert into membership (municipality_id, region_id, region_kind, validity, remark, source_title, source_place)
            select m.id, 'JR' || (1 + m.rank % 41), 'YouthCare', '[2015-01-01,)', '', '', '' from municipality m where m.rank > 100;
            insert into decision_round (id, kind, region_id, steering_body_id, subject, asks_public_comment, views_of, state, version_number,
                asks_views, decisions_due_on, version, created_at, created_by)
            select ('00000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, 'RegionalVision', r.id, r.id || ':ABO',
                'Regiovisie ' || n, false, 'None', 'ToAdopt', 1, false, date '2026-01-01' + n, 1, now(), 'benchmark'
            from generate_series(1, 500) n, lateral (select case n % 42 when 0 then 'JHRD' else 'JR' || (n % 42) end as id) r;
            insert into round_duty (round_id, kind, body_id, code, body_name, municipality_id, region_id, due_on, if_refused)
            select r.id, 'Decision', m.id || ':council', 'adoption', m.name, m.id, r.region_id, r.decisions_due_on, 'OutOfReach'
            from decision_round r join membership x on x.region_id = r.region_id join municipality m on m.id = x.municipality_id
            where r.created_by = 'benchmark';
            analyze;
            """);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
