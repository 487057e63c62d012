using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using Grpc.Core;
using Grpc.Net.Client;
using Npgsql;
using Regio.Cli.Tokens;

namespace Regio.Benchmarks.Servers;

/// <summary>The full Municipalities service as it is deployed, on servers of its own; others join where a row needs them.</summary>
internal sealed class Suite : IAsyncDisposable
{
    public const string Municipalities = "Municipalities";
    public const string Procurement = "Procurement";
    public const string ExpertTable = "ExpertTable";
    public const string Reporting = "Reporting";

    // An answer to ten thousand questions is larger than what a channel takes by itself.
    private const int MostBytes = 32 * 1024 * 1024;

    /// <summary>A copy of the migrated database, in which nobody but pgbench writes.</summary>
    private const string Copy = "pgbenchdb";

    private const string UsualRole = "finance";

    private readonly TelemetrySink _sink;
    private readonly string _publicKey;
    private readonly Func<string, string> _tokenOf;
    private readonly string _vaultKey = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));
    private readonly string _vaultLookupKey = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));
    private readonly int _municipalities = ServerProcess.FreePort();
    private Service? _service;

    private Suite(PrivateServers servers, TelemetrySink sink, TimeProvider time)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        (Servers, _sink) = (servers, sink);
        _publicKey = Convert.ToBase64String(key.ExportSubjectPublicKeyInfo());
        var (signing, now) = (key.ExportPkcs8PrivateKeyPem(), time.GetUtcNow());
        var tokens = new ConcurrentDictionary<string, string>(StringComparer.Ordinal);
        _tokenOf = role => tokens.GetOrAdd(role, name => DevelopmentToken.Create(signing, new TokenHolder(name), now, TimeSpan.FromHours(8)));
    }

    public PrivateServers Servers { get; }

    /// <summary>To the Municipalities service.</summary>
    public GrpcChannel Channel => _service!.Channel;

    public string CopyConnection => new NpgsqlConnectionStringBuilder(Servers.Database) { Database = Copy }.ConnectionString;

    public static async Task<Suite> StartAsync(TimeProvider time, CancellationToken cancellationToken)
    {
        var servers = await PrivateServers.StartAsync(cancellationToken);
        var suite = new Suite(servers, await TelemetrySink.StartAsync(cancellationToken), time);
        await using (var migration = ServerProcess.Start(Assembly(Municipalities), ["--migrate"], suite.Environment(Municipalities, grpc: 0, http: 0)))
            await migration.WaitForSuccessAsync(cancellationToken);
        await CopyDatabaseAsync(servers.Database, cancellationToken);
        suite._service = await suite.StartServiceAsync(Municipalities, suite._municipalities, cancellationToken);
        return suite;
    }

    /// <summary>Starts one more process of a service and waits until it is healthy.</summary>
    public Task<Service> StartServiceAsync(string name, CancellationToken cancellationToken) =>
        StartServiceAsync(name, ServerProcess.FreePort(), cancellationToken);

    /// <summary>Starts the expert table without its read log, from this program, on the database of the service.</summary>
    public Task<Service> StartUnloggedTableAsync(CancellationToken cancellationToken) =>
        StartServiceAsync(ExpertTable, typeof(Suite).Assembly.Location, ["unlogged"], ServerProcess.FreePort(), cancellationToken);

    private Task<Service> StartServiceAsync(string name, int grpc, CancellationToken cancellationToken) =>
        StartServiceAsync(name, Assembly(name), [], grpc, cancellationToken);

    private async Task<Service> StartServiceAsync(string name, string assembly, string[] arguments, int grpc, CancellationToken cancellationToken)
    {
        var http = ServerProcess.FreePort();
        var process = ServerProcess.Start(assembly, arguments, Environment(name, grpc, http));
        await process.WaitUntilHealthyAsync(new Uri(Loopback(http) + "/health"), cancellationToken);
        return new Service(process, GrpcChannel.ForAddress(Loopback(grpc), new GrpcChannelOptions { MaxReceiveMessageSize = MostBytes }));
    }

    /// <summary>What a caller sends along: its token, always, and a deadline.</summary>
    public CallOptions Options(TimeProvider time, CancellationToken cancellationToken, TimeSpan? longest = null, string role = UsualRole) => new(
        new Metadata { { "authorization", $"Bearer {_tokenOf(role)}" } },
        (time.GetUtcNow() + (longest ?? TimeSpan.FromSeconds(10))).UtcDateTime,
        cancellationToken);

    public async ValueTask DisposeAsync()
    {
        if (_service is not null)
            await _service.DisposeAsync();
        await _sink.DisposeAsync();
        await Servers.DisposeAsync();
    }

    public static string Loopback(int port) => string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}");

    private Dictionary<string, string> Environment(string service, int grpc, int http) =>
        new(StringComparer.Ordinal)
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Development",
            ["Logging__LogLevel__Default"] = "Warning",
            ["Kestrel__Endpoints__grpc__Url"] = Loopback(grpc),
            ["Kestrel__Endpoints__grpc__Protocols"] = "Http2",
            ["Kestrel__Endpoints__http__Url"] = Loopback(http),
            ["Kestrel__Endpoints__http__Protocols"] = "Http1",
            ["ConnectionStrings__municipalitiesdb"] = Servers.Database,
            ["ConnectionStrings__procurementdb"] = Servers.ProcurementDatabase,
            ["ConnectionStrings__experttabledb"] = Servers.ExpertTableDatabase,
            ["ConnectionStrings__reportingdb"] = Servers.ReportingDatabase,
            ["ConnectionStrings__bus"] = Servers.Bus,
            ["services__municipalities__grpc__0"] = Loopback(_municipalities),
            ["Vault__Keys__benchmark"] = _vaultKey,
            ["Vault__CurrentKey"] = "benchmark",
            ["Vault__LookupKey"] = _vaultLookupKey,
            ["OTEL_SERVICE_NAME"] = service.ToLowerInvariant(),
            ["OTEL_EXPORTER_OTLP_ENDPOINT"] = _sink.Address,
            ["Authentication__DevelopmentKey"] = _publicKey,
            ["Authentication__Issuer"] = DevelopmentToken.Issuer,
            ["Authentication__Audience"] = DevelopmentToken.Audience,
        };

    /// <summary>Where a program that runs as a process of its own was built.</summary>
    public static string Assembly(string program) => typeof(Suite).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == program).Value!;

    private static async Task CopyDatabaseAsync(string connection, CancellationToken cancellationToken)
    {
        var original = new NpgsqlConnectionStringBuilder(connection);
        var elsewhere = new NpgsqlConnectionStringBuilder(connection) { Database = "postgres", Pooling = false };
        await using var database = NpgsqlDataSource.Create(elsewhere);
        await using var command = database.CreateCommand($"create database {Copy} template {original.Database}");
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
