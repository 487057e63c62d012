using System.Diagnostics;
using Npgsql;
using Regio.Benchmarks.Load;
using Regio.Benchmarks.Servers;
using Regio.Common.V1;
using Regio.Procurement.V1;

namespace Regio.Benchmarks.Rows;

/// <summary>What is contracted for ten thousand products, providers, municipalities and days, over a hundred thousand lines, in one call.</summary>
internal sealed class ContractPosition : IRow
{
    private const int Questions = 10_000;
    private const int Providers = 500;
    private const double MostMilliseconds = 250;
    private static readonly Bound s_time = Bound.AtMost(1.0);
    private static readonly Bound s_target = Bound.AtLeast(0.5);
    private static readonly string[] s_municipalities = ["GM0106", "GM0109", "GM0114", "GM1680", "GM1690"];

    public string Name => "contract-position";

    public async Task<IReadOnlyList<Outcome>> MeasureAsync(Suite suite, Plan plan, TimeProvider time, CancellationToken cancellationToken)
    {
        await using var service = await suite.StartServiceAsync(Suite.Procurement, cancellationToken);
        await using var database = NpgsqlDataSource.Create(suite.Servers.ProcurementDatabase);
        await FillAsync(database, cancellationToken);
        var client = new ContractService.ContractServiceClient(service.Channel);
        var request = new BatchGetContractPositionsRequest { Keys = { Enumerable.Range(0, Questions).Select(Key) } };
        var took = new List<double>();
        var subject = new Contender("full service", (duration, token) => OneAfterAnotherAsync(
            async stop =>
            {
                var started = Stopwatch.GetTimestamp();
                var answer = await client.BatchGetContractPositionsAsync(request, suite.Options(time, stop));
                took.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
                Require(answer.Positions.Sum(position => position.Lines.Count));
            },
            duration,
            token));
        var reference = new Contender("plain SQL", (duration, token) => OneAfterAnotherAsync(stop => JoinAsync(database, request, stop), duration, token));
        await subject.RunAsync(plan.WarmUp, cancellationToken);
        took.Clear();
        var (ours, theirs) = await Duel.RunAsync(subject, reference, plan, cancellationToken);
        return
        [
            new Outcome(Name, "ms", "10,000 questions, p50", "bound", Quantile.Of(took, 0.5), MostMilliseconds, s_time),
            new Outcome(Name, "calls/s", "BatchGetContractPositions", "same join in SQL", ours, theirs, s_target),
        ];
    }

    private static ContractPositionKey Key(int place) => new()
    {
        MunicipalityId = s_municipalities[place % s_municipalities.Length],
        ProductId = $"bulk-{(place % 10) + 1}",
        ProviderId = $"00000000-0000-7000-8000-{(place % Providers) + 1:000000000000}",
        AsOf = new Date { Year = 2017 + (place / 13 % 10), Month = (place % 12) + 1, Day = (place % 28) + 1 },
    };

    private static async Task JoinAsync(NpgsqlDataSource database, BatchGetContractPositionsRequest request, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var command = new NpgsqlCommand(
            """
            select q.place, l.*, t.cents
            from unnest($1, $2, $3, $4, $5) as q (place, product_id, buyer_id, provider_id, day)
            join contract_line l on l.product_id = q.product_id and l.buyer_id = q.buyer_id and l.provider_id = q.provider_id
                and l.active is not null and lower(l.active) <= q.day and q.day < coalesce(upper(l.active), 'infinity')
            join tariff t on t.line_id = l.id and t.in_force @> q.day
            order by q.place, l.provider_id, l.id
            """,
            connection);
        // The buyers that stand for a municipality: itself and its regions, as the service asks Municipalities.
        var asked = request.Keys.SelectMany((key, place) => new[] { key.MunicipalityId, "JHRD", Region(key.MunicipalityId) }.Select(buyer => (place, key, buyer))).ToList();
        command.Parameters.Add(new NpgsqlParameter<int[]> { TypedValue = [.. asked.Select(q => q.place)] });
        command.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = [.. asked.Select(q => q.key.ProductId)] });
        command.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = [.. asked.Select(q => q.buyer)] });
        command.Parameters.Add(new NpgsqlParameter<Guid[]> { TypedValue = [.. asked.Select(q => Guid.Parse(q.key.ProviderId))] });
        command.Parameters.Add(new NpgsqlParameter<DateOnly[]> { TypedValue = [.. asked.Select(q => new DateOnly(q.key.AsOf.Year, q.key.AsOf.Month, q.key.AsOf.Day))] });
        await command.PrepareAsync(cancellationToken);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var (rows, row) = (0, new object[reader.FieldCount]);
        while (await reader.ReadAsync(cancellationToken))
        {
            reader.GetValues(row);
            rows++;
        }

        Require(rows);
    }

    private static string Region(string municipality) => municipality is "GM0106" or "GM1680" ? "NMD" : "ZD";

    private static void Require(int found)
    {
        if (found != Questions)
            throw new InvalidOperationException($"{Questions} lines were expected, and there were {found}.");
    }

    private static async Task<double> OneAfterAnotherAsync(Func<CancellationToken, Task> call, TimeSpan duration, CancellationToken cancellationToken)
    {
        var (started, count) = (Stopwatch.GetTimestamp(), 0);
        while (Stopwatch.GetElapsedTime(started) < duration)
        {
            await call(cancellationToken);
            count++;
        }

        return count / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    // 10 products x 2 buyers x 500 providers x 10 years, each line with its tariff.
    private static async Task FillAsync(NpgsqlDataSource database, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            $"""
             insert into product (id, name, level, with_stay, validity, source_title, source_place)
             select 'bulk-' || p, 'Veel', 5, false, '[2015-01-01,)', 'benchmark', '' from generate_series(1, 10) p;
             insert into provider (id, agb_code, name, certified_institution, version, created_at)
             select ('00000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, '5' || lpad(n::text, 7, '0'), 'Veel ' || n, false, 1, now() from generate_series(1, {Providers}) n;
             with contracts as (
                 insert into contract (id, provider_id, subject, validity, state, version, created_at, created_by, signed_at)
                 select gen_random_uuid(), p.id, 'Veel', '[2016-01-01,2027-01-01)', 'Signed', 2, now(), 'benchmark', now() from provider p where p.name like 'Veel %'
                 returning id, provider_id
             ), lines as (
                 insert into contract_line (id, position, product_id, buyer_id, scale, unit, tariff_cents, validity, exception_ground, active, contract_id, provider_id)
                 select gen_random_uuid(), 0, 'bulk-' || p, b, 'ProcurementRegion', 'Hour', 1000 + p * 100 + y, r.validity, '', r.validity, c.id, c.provider_id
                 from contracts c, generate_series(1, 10) p, unnest(array['ZD', 'NMD']) b, generate_series(2017, 2026) y,
                      lateral (select daterange(make_date(y, 1, 1), make_date(y + 1, 1, 1)) as validity) r
                 returning id, contract_id, provider_id, tariff_cents, active
             )
             insert into tariff (id, contract_id, line_id, provider_id, unit, cents, validity, provisional, created_at, created_by, state, in_force, substantiation, version,
                 client_hours_cents, other_hours_cents, other_client_cents, overhead_cents, indexation_cents)
             select gen_random_uuid(), contract_id, id, provider_id, 'Hour', tariff_cents, active, false, now(), 'benchmark', 'Adopted', active, '', 1, 0, 0, 0, 0, 0 from lines;
             analyze contract_line; analyze tariff;
             """);
        command.CommandTimeout = 300;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
