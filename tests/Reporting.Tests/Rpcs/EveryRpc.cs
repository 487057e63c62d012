using Regio.Testing;
using Regio.Testing.Rpcs;

namespace Regio.Reporting.Tests.Rpcs;

public sealed class EveryRpc(AnsweringMonitor monitor) : EveryRpcTests(monitor.Drenthe.Host), IClassFixture<AnsweringMonitor>;

/// <summary>A service that answers and does nothing of its own accord, so that a refused call is seen to change nothing.</summary>
public sealed class AnsweringMonitor : IAsyncLifetime
{
    public AnsweringMonitor(TestServers servers)
    {
        Drenthe = new(servers);
        Drenthe.Host.Settings["Reports:Make"] = "false";
        Drenthe.Host.Settings["Imports:Fetch"] = "false";
    }

    public DrentheMonitor Drenthe { get; }

    public ValueTask InitializeAsync() => Drenthe.InitializeAsync();

    public ValueTask DisposeAsync() => Drenthe.DisposeAsync();
}
