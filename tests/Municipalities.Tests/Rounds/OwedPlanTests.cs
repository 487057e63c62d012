using Regio.Municipalities.Tests.Features;

namespace Regio.Municipalities.Tests.Rounds;

/// <summary>Who owes what, for the whole of the Netherlands: 42 regions, 342 municipalities, 500 rounds.</summary>
public sealed class OwedPlanTests(MunicipalitiesHost host) : IClassFixture<MunicipalitiesHost>
{
    private const string Netherlands = """
        insert into municipality (id, name, rank, version, source_title, source_place)
        select 'GM' || lpad((2000 + n)::text, 4, '0'), 'Gemeente ' || n, 100 + n, 1, '', '' from generate_series(1, 330) n;
        insert into region (id, name, kind, validity, source_title, source_place)
        select 'JR' || n, 'Jeugdhulpregio ' || n, 'YouthCare', '[2015-01-01,)', '', '' from generate_series(1, 41) n;
        insert into decision_round (id, kind, region_id, steering_body_id, subject, asks_public_comment, views_of, state, version_number,
            asks_views, decisions_due_on, version, created_at, created_by)
        select ('00000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, 'RegionalVision', 'JR' || (1 + n % 41), 'JR' || (1 + n % 41) || ':ABO',
            'Regiovisie ' || n, false, 'None', 'ToAdopt', 1, false, date '2026-01-01' + n, 1, now(), 'test' from generate_series(1, 500) n;
        insert into round_duty (round_id, kind, body_id, code, body_name, municipality_id, region_id, due_on, if_refused)
        select r.id, 'Decision', m.id || ':council', 'adoption', m.name, m.id, r.region_id, r.decisions_due_on, 'OutOfReach'
        from decision_round r join municipality m on m.rank > 100 and m.rank % 41 = substring(r.region_id from 3)::int - 1
        where r.region_id like 'JR%';
        analyze;
        """;

    [Fact]
    public async Task It_is_answered_from_an_index_in_the_order_of_the_list()
    {
        await host.Database.ExecuteAsync(Netherlands);
        Assert.InRange(await host.Database.ScalarAsync<long>("select count(*) from round_duty"), 3500, 5000);

        foreach (var filter in new[] { "true", "due_on <= '2026-03-01'", "(due_on, id) > ('2026-05-01', 1000)" })
        {
            var plan = await PlanAsync($"select * from round_duty where {filter} order by due_on, id limit 51");
            Assert.Contains("Index Scan using ix_round_duty_due_on_id", plan, StringComparison.Ordinal);
            Assert.DoesNotContain("Sort", plan, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("Seq Scan", await PlanAsync("select * from round_duty where municipality_id = 'GM2120' order by due_on, id limit 51"), StringComparison.Ordinal);
    }

    private async Task<string> PlanAsync(string sql)
    {
        await using var connection = new Npgsql.NpgsqlConnection(host.Database.ConnectionString);
        await connection.OpenAsync();
        await using var command = new Npgsql.NpgsqlCommand("explain " + sql, connection);
        await using var rows = await command.ExecuteReaderAsync();
        var lines = new List<string>();
        while (await rows.ReadAsync())
            lines.Add(rows.GetString(0));
        return string.Join('\n', lines);
    }
}
