using System.Text;
using System.Text.RegularExpressions;
using Google.Protobuf;
using Grpc.Core;
using Npgsql;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;
using Regio.Cli.Replay;
using Regio.Common.V1;

namespace Regio.EndToEnd.Tests.Canaries;

/// <summary>Something that the suite left somewhere.</summary>
internal sealed record Remains(string Kind, string Place, byte[] Bytes);

/// <summary>Every place where the suite leaves something: tables, queues, files of its servers and its own, what it exports and shows.</summary>
internal sealed partial class SuiteRemains(RunningSuite suite)
{
    public const string OwnDatabase = "experttabledb";

    public static readonly string[] Databases = ["municipalitiesdb", "procurementdb", OwnDatabase, "reportingdb"];

    /// <summary>Held by the run as long as it lasts; there is no more than a process id in it.</summary>
    private const string LockFile = "lock";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>All rows of all tables of a database, as it prints them.</summary>
    public async IAsyncEnumerable<Remains> TablesAsync(string database)
    {
        await using var source = NpgsqlDataSource.Create(await suite.DatabaseAsync(database));
        var tables = await ReadAsync(
            source, "select format('%I.%I', schemaname, tablename) from pg_tables where schemaname not in ('pg_catalog', 'information_schema')");
        Assert.NotEmpty(tables);
        foreach (var table in tables)
            yield return new("tables", $"{database} {table}", Encoding.UTF8.GetBytes(string.Join('\n', await ReadAsync(source, $"select t::text from {table} t"))));
    }

    /// <summary>What lies in the queues, those of set-aside messages too. The messages stay where they are.</summary>
    public async IAsyncEnumerable<Remains> QueuesAsync()
    {
        await using var connection = await new ConnectionFactory { Uri = await suite.BrokerAsync() }.CreateConnectionAsync(Cancellation);
        foreach (var queue in KnownQueues.All.SelectMany(queue => SetAsideQueue.Beside(queue).Select(beside => beside.Name).Prepend(queue)))
            yield return new("queues", queue, Encoding.UTF8.GetBytes(await ContentAsync(connection, queue)));
    }

    /// <summary>The bytes of the data folder of the database server: all databases in it, deleted rows and the write-ahead log.</summary>
    public async IAsyncEnumerable<Remains> DatabaseFilesAsync()
    {
        await using var source = NpgsqlDataSource.Create(await suite.DatabaseAsync(OwnDatabase));
        await ReadAsync(source, "checkpoint");
        var folder = (await ReadAsync(source, "show data_directory")).Single();
        foreach (var file in FilesIn("files of the database server", folder))
            yield return file;
    }

    /// <summary>The folder of the run: the broker's data, the logs of all processes, and what else they keep.</summary>
    public IEnumerable<Remains> RunFiles() => FilesIn("files of the run", Path.Combine(suite.Root, ".regio"));

    /// <summary>All that the services have published, from their histories.</summary>
    public async IAsyncEnumerable<Remains> HistoriesAsync()
    {
        foreach (var (name, channel) in new[] { ("municipalities", suite.Municipalities), ("procurement", suite.Procurement), ("experttable", suite.ExpertTable), ("reporting", suite.Reporting) })
        {
            var bytes = new MemoryStream();
            using var call = new HistoryService.HistoryServiceClient(channel).ReadHistory(new(), await suite.AsAsync("operator"), cancellationToken: Cancellation);
            try
            {
                await foreach (var part in call.ResponseStream.ReadAllAsync(Cancellation))
                    part.WriteTo(bytes);
            }
            catch (RpcException none) when (none.StatusCode == StatusCode.Unimplemented)
            {
                // It publishes nothing.
            }

            yield return new("histories", name, bytes.ToArray());
        }
    }

    /// <summary>The public pages and downloads, as far as links lead.</summary>
    public async IAsyncEnumerable<Remains> PagesAsync()
    {
        const int Most = 80;
        var seen = new HashSet<string>(StringComparer.Ordinal) { "/" };
        var ahead = new Queue<string>(seen);
        for (var count = 0; count < Most && ahead.TryDequeue(out var path); count++)
        {
            using var answer = await suite.ReportingPages.GetAsync(new Uri(path, UriKind.Relative), Cancellation);
            var bytes = await answer.Content.ReadAsByteArrayAsync(Cancellation);
            yield return new("pages", path, bytes);
            foreach (var link in Links().Matches(Encoding.UTF8.GetString(bytes)).Select(match => match.Groups["path"].Value).Where(seen.Add))
                ahead.Enqueue(link);
        }
    }

    private static IEnumerable<Remains> FilesIn(string kind, string folder)
    {
        // Without the length of sockets and pipes, which are none; a server may delete a file while it is looked for.
        foreach (var file in Directory.EnumerateFiles(folder, "*", new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true }))
        {
            byte[] bytes;
            try
            {
                if (new FileInfo(file).Length == 0)
                    continue;
                bytes = Read(file);
            }
            catch (IOException gone) when (gone is FileNotFoundException or DirectoryNotFoundException || Path.GetFileName(file) == LockFile)
            {
                continue;
            }

            yield return new(kind, Path.GetRelativePath(folder, file), bytes);
        }
    }

    private static byte[] Read(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }

    private static async Task<string> ContentAsync(IConnection connection, string queue)
    {
        var text = new StringBuilder();
        await using var channel = await connection.CreateChannelAsync(cancellationToken: Cancellation);
        try
        {
            // Not acknowledged, the messages go back to their places when the channel closes.
            while (await channel.BasicGetAsync(queue, autoAck: false, Cancellation) is { } message)
            {
                text.Append(Encoding.UTF8.GetString(message.Body.Span)).Append('\n');
                foreach (var (name, value) in message.BasicProperties.Headers ?? new Dictionary<string, object?>())
                    text.Append(name).Append('=').Append(value is byte[] bytes ? Encoding.UTF8.GetString(bytes) : value).Append('\n');
            }
        }
        catch (OperationInterruptedException missing) when (missing.ShutdownReason?.ReplyCode == RabbitMQ.Client.Constants.NotFound)
        {
            // Nothing was set aside there yet.
        }

        return text.ToString();
    }

    private static async Task<List<string>> ReadAsync(NpgsqlDataSource source, string sql)
    {
        var rows = new List<string>();
        await using var command = source.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync(Cancellation);
        while (await reader.ReadAsync(Cancellation))
            rows.Add(reader.IsDBNull(0) ? "" : reader.GetString(0));
        return rows;
    }

    [GeneratedRegex("(href|src)=\"(?<path>/[^\"#]*)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Links();
}
