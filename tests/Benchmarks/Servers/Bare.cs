using System.Globalization;
using Grpc.Net.Client;

namespace Regio.Benchmarks.Servers;

/// <summary>The bare server, for as long as one comparison takes.</summary>
internal sealed class Bare(ServerProcess process, GrpcChannel channel) : IAsyncDisposable
{
    public GrpcChannel Channel => channel;

    public static async Task<Bare> StartAsync(string database, string select, CancellationToken cancellationToken)
    {
        var (grpc, http) = (ServerProcess.FreePort(), ServerProcess.FreePort());
        var environment = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["GrpcPort"] = grpc.ToString(CultureInfo.InvariantCulture),
            ["HttpPort"] = http.ToString(CultureInfo.InvariantCulture),
            ["Database"] = database,
            ["Select"] = select,
        };
        var process = ServerProcess.Start(typeof(Bare).Assembly.Location, ["bare"], environment);
        await process.WaitUntilHealthyAsync(new Uri(Suite.Loopback(http) + "/health"), cancellationToken);
        return new Bare(process, GrpcChannel.ForAddress(Suite.Loopback(grpc)));
    }

    public async ValueTask DisposeAsync()
    {
        channel.Dispose();
        await process.DisposeAsync();
    }
}
