using System.Reflection;
using Grpc.Core;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Regio.ServiceDefaults.Grpc.Clients;

namespace Regio.Testing.Replicas;

/// <summary>Two processes of a service on the same database and bus, called as another service would call them.</summary>
public sealed class ReplicaPair : IAsyncDisposable
{
    private const int Callers = 8;
    private static readonly TimeSpan LongestCall = TimeSpan.FromMinutes(1);

    private readonly ServiceProcess[] _processes;
    private readonly List<IHost> _callers = [];

    private ReplicaPair(ServiceProcess[] processes) => _processes = processes;

    /// <param name="service">The assembly of the service.</param>
    /// <param name="settings">Its connection strings and what else it needs.</param>
    public static async Task<ReplicaPair> StartAsync(Assembly service, IReadOnlyDictionary<string, string?> settings) => new(
        await Task.WhenAll(ServiceProcess.StartAsync(service, settings), ServiceProcess.StartAsync(service, settings)));

    /// <summary>A client with the balancing and the retries that the services have among themselves.</summary>
    public TClient Client<TClient>()
        where TClient : ClientBase<TClient>
    {
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["services:pair:grpc:0"] = _processes[0].Grpc.ToString(),
            ["services:pair:grpc:1"] = _processes[1].Grpc.ToString(),
        });
        builder.AddServiceClient<TClient>("pair");
        var caller = builder.Build();
        _callers.Add(caller);
        return caller.Services.GetRequiredService<TClient>();
    }

    /// <summary>
    /// Makes many calls at a time and kills one of the two in the middle of it. Each call is made once by the test: what goes on
    /// below it is the client's own.
    /// </summary>
    /// <param name="calls">How many.</param>
    /// <param name="callAsync">Makes one, given its number and the options that it is to use.</param>
    /// <param name="token">The bearer token of the caller.</param>
    public async Task KillOneDuringAsync(int calls, Func<int, CallOptions, Task> callAsync, string token)
    {
        var number = 0;
        await Task.WhenAll(Enumerable.Range(0, Callers).Select(_ => Task.Run(async () =>
        {
            while (Interlocked.Increment(ref number) is var mine && mine <= calls)
            {
                if (mine == calls / 2)
                    _processes[0].Kill();
                await callAsync(mine, new CallOptions(
                    new Metadata { { "authorization", $"Bearer {token}" } }, (TimeProvider.System.GetUtcNow() + LongestCall).UtcDateTime));
            }
        })));
    }

    /// <summary>
    /// Takes what lies in a queue until so many different messages have come. One may come twice with the same id: a relay that is
    /// killed after sending sends again, and the inbox of the reader knows it by its id.
    /// </summary>
    public static async Task DistinctMessagesAsync(TestBroker broker, string queue, long expected)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        await using var channel = await broker.OpenChannelAsync();
        await Eventually.Is($"{expected} different messages came to {queue}", expected, async () =>
        {
            while (await channel.BasicGetAsync(queue, autoAck: true) is { } message)
                ids.Add(message.BasicProperties.MessageId!);
            return (long)ids.Count;
        });
    }

    public ValueTask DisposeAsync()
    {
        _callers.ForEach(caller => caller.Dispose());
        foreach (var process in _processes)
            process.Dispose();
        return ValueTask.CompletedTask;
    }
}
