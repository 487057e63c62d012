using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Npgsql;
using Regio.Procurement.Tests.Features;
using static Regio.Procurement.Tests.CareOrders.CareFiles;

namespace Regio.Procurement.Tests.CareOrders;

/// <summary>What a message says of a client is looked for in the bytes of all rows, of what is published among them, and of all logs. On a database of its own.</summary>
public sealed class CareCanaryTests(ProcurementHost host) : IClassFixture<ProcurementHost>
{
    private const string Secret = "999911120";

    private readonly CareFiles _files = new(host);

    [Fact]
    public async Task No_number_or_name_of_a_client_stands_in_a_row_an_event_or_a_log()
    {
        // As a client's number, as the number of a message, as the name of an element, in what is refused, and in no message at all.
        string[] files =
        [
            Start(host.NewAgbCode(), bsn: Secret),
            Start(host.NewAgbCode(), number: Secret, bsn: Secret),
            Start(host.NewAgbCode(), bsn: Secret).Replace("<Client>", $"<Client><b{Secret}/>", StringComparison.Ordinal),
            Start(host.NewAgbCode(), bsn: Secret).Replace("2012-05-04", "1812-05-04", StringComparison.Ordinal),
            $"{Secret} Zandbergen",
        ];
        foreach (var file in files)
            await _files.DeliverAsync(file);

        string[] sought = [Secret, "Zandbergen", .. files.Select(file => Convert.ToHexStringLower(SHA256.HashData(Bytes(file))))];
        var rows = await EverythingAsync();
        var logs = string.Join('\n', host.Host.Logs.All.Select(line => $"{line.Text} {line.Exception} {string.Join(' ', line.Scope)}"));

        Assert.All(sought, secret => Assert.All(Forms(secret), form =>
        {
            Assert.DoesNotContain(form, rows, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(form, logs, StringComparison.OrdinalIgnoreCase);
        }));
    }

    [Fact]
    public async Task The_search_finds_what_is_there_and_the_file_itself_can_be_opened()
    {
        var agb = host.NewAgbCode();
        var id = (await _files.DeliverAsync(Start(agb, bsn: Secret))).Message.Id;

        Assert.Contains(agb, await EverythingAsync(), StringComparison.Ordinal);
        await host.Database.ExecuteAsync($"create table canary as select '{Secret}' as clear, convert_to('{Secret}', 'UTF8') as bytes");
        try
        {
            var rows = await EverythingAsync();
            Assert.Contains(Secret, rows, StringComparison.Ordinal);
            Assert.Contains(Convert.ToHexStringLower(Encoding.UTF8.GetBytes(Secret)), rows, StringComparison.Ordinal);
        }
        finally
        {
            await host.Database.ExecuteAsync("drop table canary");
        }

        Assert.NotEmpty(id);
    }

    private static IEnumerable<string> Forms(string secret) =>
    [
        secret,
        Convert.ToHexString(Encoding.UTF8.GetBytes(secret)),
        Convert.ToHexString(Encoding.Unicode.GetBytes(secret)),
        Convert.ToBase64String(Encoding.UTF8.GetBytes(secret)).TrimEnd('='),
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(secret))),
    ];

    // Bytes are shown in hexadecimal.
    private async Task<string> EverythingAsync()
    {
        await using var connection = new NpgsqlConnection(host.Database.ConnectionString);
        await connection.OpenAsync();
        var tables = new List<string>();
        await using (var command = new NpgsqlCommand(
            "select quote_ident(schemaname) || '.' || quote_ident(tablename) from pg_tables where schemaname not in ('pg_catalog', 'information_schema')", connection))
        await using (var reader = await command.ExecuteReaderAsync())
        {
            while (await reader.ReadAsync())
                tables.Add(reader.GetString(0));
        }

        var text = new StringBuilder();
        foreach (var table in tables)
        {
            await using var command = new NpgsqlCommand($"select row::text from {table} row", connection);
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
                text.Append(CultureInfo.InvariantCulture, $"{table} {reader.GetString(0)}\n");
        }

        return text.ToString();
    }
}
