using Regio.Municipalities.Tests.Features;

namespace Regio.Municipalities.Tests.Memory;

/// <summary>How the timeline is found among a hundred thousand entries.</summary>
public sealed class TimelinePlanTests(MunicipalitiesHost host) : IClassFixture<MunicipalitiesHost>
{
    private const string Order = "order by happened_on desc, name desc limit 51";

    private const string Entries = """
        insert into timeline_entry (name, kind, region_id, municipality_ids, subject, title, text, happened_on, precision, origin)
        select 'proef/' || n, 'Decision', 'JHRD', array['GM' || lpad((n % 342)::text, 4, '0')], 'Onderwerp ' || n % 500, 'Besluit ' || n,
            'woord' || n % 5000 || ' in een besluit', date '2015-01-01' + n % 4000, 'Day', ''
        from generate_series(1, 100000) n;
        """;

    [Fact]
    public async Task Each_filter_has_its_index()
    {
        await host.Database.ExecuteAsync(Entries);
        await host.Database.ExecuteAsync("vacuum analyze timeline_entry");

        foreach (var (filter, index) in new[]
            {
                ("true", "ix_timeline_entry_happened_on_name"),
                ("(happened_on, name) < ('2020-05-01', 'proef/500')", "ix_timeline_entry_happened_on_name"),
                ("happened_on >= '2020-05-01' and happened_on < '2020-06-01'", "ix_timeline_entry_happened_on_name"),
                ("search @@ websearch_to_tsquery('dutch_unaccented', 'woord77')", "ix_timeline_entry_search"),
                ("municipality_ids @> array['GM0106'] and search @@ websearch_to_tsquery('dutch_unaccented', 'woord77')", "ix_timeline_entry_search"),
                ("subject = 'Onderwerp 12'", "ix_timeline_entry_subject_happened_on_name"),
            })
        {
            var plan = await PlanAsync($"select * from timeline_entry where {filter} {Order}");
            Assert.True(plan.Contains(index, StringComparison.Ordinal) && !plan.Contains("Seq Scan", StringComparison.Ordinal), $"{filter}:\n{plan}");
        }

        Assert.DoesNotContain("Sort", await PlanAsync($"select * from timeline_entry where true {Order}"), StringComparison.Ordinal);
        Assert.DoesNotContain("Seq Scan", await PlanAsync($"select * from timeline_entry where municipality_ids @> array['GM0106'] {Order}"), StringComparison.Ordinal);
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
