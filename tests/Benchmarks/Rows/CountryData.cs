using System.Diagnostics;
using Npgsql;
using NpgsqlTypes;

namespace Regio.Benchmarks.Rows;

/// <summary>A country as large as ours in the database of Reporting: made up municipalities, and as many figures as are wanted.</summary>
internal static class CountryData
{
    public const int Municipalities = 342;

    /// <summary>The municipality whose pages are asked for; it has as many figures however large the table is.</summary>
    public const string Asked = "GM3000";

    public const int FiguresOfAsked = 200;

    private const int Months = 120;
    private const int InRegion = 12;
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(1);

    /// <summary>Adds what is missing to 342 municipalities in the province; those of Drenthe stay as they are.</summary>
    public static async Task AddMunicipalitiesAsync(NpgsqlDataSource database, CancellationToken cancellationToken)
    {
        await KnownAsync(database, cancellationToken);
        await using var command = database.CreateCommand(
            """
            with missing as (select greatest(0, $1 - count(*)) as n from municipality),
            added as (
                insert into municipality (id, name, rank, version, occurred_at)
                select 'GM' || (3000 + i), 'Proefgemeente ' || i, 1000 + i, 1, now() from missing, generate_series(0, n - 1) i
                on conflict do nothing returning id)
            insert into membership (municipality_id, region_id, region_name, region_kind, valid_from, valid_until)
            select id, region, name, kind, date '2015-01-01', null
            from added, (values ('PV22', 'Drenthe', 'province'), ('ZD', 'Zuid-Drenthe', 'procurement')) as r (region, name, kind)
            """);
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = Municipalities });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    // They are told by events, and one that came later would be one more than wanted.
    private static async Task KnownAsync(NpgsqlDataSource database, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand("select count(distinct municipality_id) from membership where region_id = 'JHRD' and valid_until is null");
        var started = Stopwatch.GetTimestamp();
        while (await command.ExecuteScalarAsync(cancellationToken) is not (long)InRegion)
        {
            if (Stopwatch.GetElapsedTime(started) > s_patience)
                throw new InvalidOperationException($"Reporting does not know the {InRegion} municipalities of the region after {s_patience}.");
            await Task.Delay(TimeSpan.FromMilliseconds(100), cancellationToken);
        }
    }

    /// <summary>A figure of some municipality, another for each number.</summary>
    public static (string Area, string Period, string Breakdown) Figure(int number)
    {
        var (area, rest) = (number % Municipalities, number / Municipalities);
        var (month, part) = (rest % Months, rest / Months);
        return ($"GM{3000 + (area % (Municipalities - 13)) + 1}", $"{2015 + (month / 12)}-{(month % 12) + 1:00}", $"deel={(area / (Municipalities - 13))}-{part}");
    }

    /// <summary>Copies rows into the observations, as fast as the server takes them.</summary>
    public static async Task CopyAsync(NpgsqlDataSource database, IEnumerable<(string Area, string Period, string Breakdown)> figures, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var copy = await connection.BeginBinaryImportAsync(
            """
            copy observation (indicator, area_id, period, breakdown, version, theme, label, value, value_numeric, unit, denominator, status,
                source_title, source_place, remark, scope, rank, load_id, line) from stdin (format binary)
            """,
            cancellationToken);
        var line = 1;
        foreach (var (area, period, breakdown) in figures)
        {
            line++;
            await copy.StartRowAsync(cancellationToken);
            foreach (var text in new[] { "coordination-staff", area, period, breakdown })
                await copy.WriteAsync(text, NpgsqlDbType.Text, cancellationToken);
            await copy.WriteAsync(1, NpgsqlDbType.Integer, cancellationToken);
            foreach (var text in new[] { "Ingelezen cijfers", "Medewerkers coördinerende gemeente, deel 1", "7" })
                await copy.WriteAsync(text, NpgsqlDbType.Text, cancellationToken);
            await copy.WriteAsync(7m, NpgsqlDbType.Numeric, cancellationToken);
            foreach (var text in new[] { "persons", "", "definitive", "Proefbron", "blad 1", "", "own" })
                await copy.WriteAsync(text, NpgsqlDbType.Text, cancellationToken);
            await copy.WriteAsync(100_000, NpgsqlDbType.Integer, cancellationToken);
            await copy.WriteNullAsync(cancellationToken);
            await copy.WriteAsync(line, NpgsqlDbType.Integer, cancellationToken);
        }

        await copy.CompleteAsync(cancellationToken);
    }
}
