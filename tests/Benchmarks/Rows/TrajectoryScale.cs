using System.Diagnostics;
using Npgsql;
using Regio.Benchmarks.Load;
using Regio.Benchmarks.Servers;
using Regio.Reporting.V1;

namespace Regio.Benchmarks.Rows;

/// <summary>
/// The trajectories of a year of the whole country, asked after each change of one; and of one municipality with other
/// limits, which is counted from its trajectories each time.
/// </summary>
internal sealed class TrajectoryScale : IRow
{
    private const int Year = 2024;
    private const int Questions = 30;
    private const int InOneStatement = 500_000;
    private static readonly TimeSpan s_slowest = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan s_first = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(2);

    public string Name => "trajectories";

    public async Task<IReadOnlyList<Outcome>> MeasureAsync(Suite suite, Plan plan, TimeProvider time, CancellationToken cancellationToken)
    {
        await using var reporting = await suite.StartServiceAsync(Suite.Reporting, cancellationToken);
        await using var database = NpgsqlDataSource.Create(suite.Servers.ReportingDatabase);
        await CountryData.AddMunicipalitiesAsync(database, cancellationToken);
        Console.WriteLine($"  {plan.Trajectories:N0} trajectories are being added");
        for (var first = 1; first <= plan.Trajectories; first += InOneStatement)
            await AddAsync(database, first, Math.Min(first + InOneStatement - 1, plan.Trajectories), cancellationToken);
        await RunAsync(database, "vacuum analyze trajectory", cancellationToken);
        var client = new TrajectoryService.TrajectoryServiceClient(reporting.Channel);

        var counted = await AskAsync(client, new() { Year = Year }, suite, time, cancellationToken);
        Console.WriteLine($"  counted for the first time: {counted.TotalMilliseconds:N0} ms");
        var (changed, own) = (new List<double>(), new List<double>());
        for (var number = 0; number < Questions; number++)
        {
            await RunAsync(database, $"update trajectory set amount_cents = amount_cents + 1 where id = (select id from trajectory where municipality_id = 'GM{3000 + number}' limit 1)", cancellationToken);
            changed.Add((await AskAsync(client, new() { Year = Year }, suite, time, cancellationToken)).TotalMilliseconds);
            own.Add((await AskAsync(client, new() { Year = Year, MunicipalityId = $"GM{3000 + number}", LongMonths = 12 }, suite, time, cancellationToken)).TotalMilliseconds);
        }

        var whole = $"{Year} of {plan.Trajectories:N0} trajectories";
        return
        [
            new Outcome(Name, "ms", $"{whole}, for the first time", "at most", counted.TotalMilliseconds, s_first.TotalMilliseconds, Bound.AtMost(1)),
            new Outcome(Name, "ms", $"{whole}, after a change, p50", "at most", Quantile.Of(changed, 0.5), s_slowest.TotalMilliseconds, Bound.AtMost(1)),
            new Outcome(Name, "ms", $"{whole}, one municipality, p50", "at most", Quantile.Of(own, 0.5), s_slowest.TotalMilliseconds, Bound.AtMost(1)),
        ];
    }

    private static async Task<TimeSpan> AskAsync(
        TrajectoryService.TrajectoryServiceClient client, GetTrajectoryFiguresRequest request, Suite suite, TimeProvider time, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        var answer = await client.GetTrajectoryFiguresAsync(request, suite.Options(time, cancellationToken, s_patience, "regiomanager"));
        var taken = Stopwatch.GetElapsedTime(started);
        return answer.Total is { Begin: > 0, Difference: 0 } ? taken : throw new InvalidOperationException($"The year comes to {answer.Total}.");
    }

    /// <summary>Ten years of care that lasts nine months in the middle, of children who have two or three trajectories.</summary>
    private static Task AddAsync(NpgsqlDataSource database, int first, int last, CancellationToken cancellationToken) => RunAsync(
        database,
        $"""
         insert into trajectory (id, client_pseudonym, municipality_id, category, code, level, with_stay, started_on, ended_on, amount_cents, version, occurred_at)
         select gen_random_uuid(), md5('kind ' || child)::uuid, 'GM' || (3000 + child % {CountryData.Municipalities}), '45', '45A0' || level, level,
             case when level > 0 then level = 8 end, start, case when start + days < current_date then start + days end, (power(10, 2.8 + 1.6 * random()) * 100)::bigint, 1, now()
         from (
             select (n * 7919::bigint) % 2200000 as child, (random() * 8)::int as level, current_date - (random() * 3650)::int as start, (-ln(random() + 1e-9) * 270)::int as days
             from generate_series({first}, {last}) n) trajectories
         """,
        cancellationToken);

    private static async Task RunAsync(NpgsqlDataSource database, string sql, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(sql);
        command.CommandTimeout = 3_600;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
