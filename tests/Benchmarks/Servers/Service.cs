using Grpc.Net.Client;

namespace Regio.Benchmarks.Servers;

/// <summary>A service of the suite as it is deployed, in a process of its own.</summary>
internal sealed class Service(ServerProcess process, GrpcChannel channel) : IAsyncDisposable
{
    public GrpcChannel Channel => channel;

    /// <summary>What it holds of the machine's memory now.</summary>
    public long ResidentBytes => process.ResidentBytes;

    /// <summary>Says with which words the process ended, where a caller would only see that nobody answers.</summary>
    public void EnsureRuns() => process.EnsureRuns();

    public async ValueTask DisposeAsync()
    {
        channel.Dispose();
        await process.DisposeAsync();
    }
}
