using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using Grpc.Core;
using Grpc.Net.Client;
using Npgsql;
using Regio.Cli.Tokens;

namespace Regio.Benchmarks.Servers;

/// <summary>The full Municipalities service as it is deployed, on servers of its own.</summary>
internal sealed class Suite : IAsyncDisposable
{
    /// <summary>A copy of the migrated database, in which nobody but pgbench writes.</summary>
    private const string Copy = "pgbenchdb";

    private readonly TelemetrySink _sink;
    private readonly ServerProcess _service;
    private readonly string _token;

    private Suite(PrivateServers servers, TelemetrySink sink, ServerProcess service, GrpcChannel channel, string token)
    {
        (Servers, _sink, _service, Channel, _token) = (servers, sink, service, channel, token);
    }

    public PrivateServers Servers { get; }

    public GrpcChannel Channel { get; }

    public string CopyConnection => new NpgsqlConnectionStringBuilder(Servers.Database) { Database = Copy }.ConnectionString;

    public static async Task<Suite> StartAsync(TimeProvider time, CancellationToken cancellationToken)
    {
        var servers = await PrivateServers.StartAsync(cancellationToken);
        var sink = await TelemetrySink.StartAsync(cancellationToken);
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var (grpc, http) = (ServerProcess.FreePort(), ServerProcess.FreePort());
        var environment = Environment(servers, sink, key, grpc, http);
        var assembly = Path.Combine(ServiceFolder(), "Regio.Municipalities.dll");

        await using (var migration = ServerProcess.Start(assembly, ["--migrate"], environment))
            await migration.WaitForSuccessAsync(cancellationToken);
        await CopyDatabaseAsync(servers.Database, cancellationToken);

        var service = ServerProcess.Start(assembly, [], environment);
        await service.WaitUntilHealthyAsync(new Uri(Loopback(http) + "/health"), cancellationToken);
        var token = DevelopmentToken.Create(
            key.ExportPkcs8PrivateKeyPem(), new TokenHolder("finance"), time.GetUtcNow(), TimeSpan.FromHours(8));
        return new Suite(servers, sink, service, GrpcChannel.ForAddress(Loopback(grpc)), token);
    }

    /// <summary>What a caller sends along: its token, always, and a deadline.</summary>
    public CallOptions Options(TimeProvider time, CancellationToken cancellationToken) => new(
        new Metadata { { "authorization", $"Bearer {_token}" } },
        (time.GetUtcNow() + TimeSpan.FromSeconds(10)).UtcDateTime,
        cancellationToken);

    public async ValueTask DisposeAsync()
    {
        Channel.Dispose();
        await _service.DisposeAsync();
        await _sink.DisposeAsync();
        await Servers.DisposeAsync();
    }

    public static string Loopback(int port) => string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}");

    private static Dictionary<string, string> Environment(PrivateServers servers, TelemetrySink sink, ECDsa key, int grpc, int http) =>
        new(StringComparer.Ordinal)
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Development",
            ["Logging__LogLevel__Default"] = "Warning",
            ["Kestrel__Endpoints__grpc__Url"] = Loopback(grpc),
            ["Kestrel__Endpoints__grpc__Protocols"] = "Http2",
            ["Kestrel__Endpoints__http__Url"] = Loopback(http),
            ["Kestrel__Endpoints__http__Protocols"] = "Http1",
            ["ConnectionStrings__municipalitiesdb"] = servers.Database,
            ["ConnectionStrings__bus"] = servers.Bus,
            ["OTEL_SERVICE_NAME"] = "municipalities",
            ["OTEL_EXPORTER_OTLP_ENDPOINT"] = sink.Address,
            ["Authentication__DevelopmentKey"] = Convert.ToBase64String(key.ExportSubjectPublicKeyInfo()),
            ["Authentication__Issuer"] = DevelopmentToken.Issuer,
            ["Authentication__Audience"] = DevelopmentToken.Audience,
        };

    private static string ServiceFolder() => typeof(Suite).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "MunicipalitiesDirectory").Value!;

    private static async Task CopyDatabaseAsync(string connection, CancellationToken cancellationToken)
    {
        var original = new NpgsqlConnectionStringBuilder(connection);
        var elsewhere = new NpgsqlConnectionStringBuilder(connection) { Database = "postgres", Pooling = false };
        await using var database = NpgsqlDataSource.Create(elsewhere);
        await using var command = database.CreateCommand($"create database {Copy} template {original.Database}");
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
