using System.Globalization;
using Aspire.Hosting.Running;
using Regio.Testing;

namespace Regio.StandIns.Tests.AppHosting;

/// <summary>An app host that is killed with -9 leaves nothing, whenever it happens, and the next start is clean.</summary>
public sealed class KillAtAnyMomentTests : IDisposable
{
    private const int Seed = 20_260_101;
    private static readonly TimeSpan GoneWithin = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestLife = TimeSpan.FromSeconds(12);

    private readonly string _store = Directory.CreateTempSubdirectory("app-host-test-").FullName;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_store, recursive: true);

    [Fact]
    public Task Two_random_moments() => KillAsync(moments: 2, Seed);

    [Fact]
    [Trait("Category", "Long")]
    public Task Forty_random_moments() => KillAsync(moments: 40, Seed + 1);

    /// <summary>All on one state directory, so that each start finds what the kill before it left.</summary>
    private async Task KillAsync(int moments, int seed)
    {
#pragma warning disable CA5394 // Moments that a failed run can be repeated with, not secrets.
        var lives = new Random(seed);
        for (var number = 1; number <= moments; number++)
        {
            using var host = HostProcess.Start(_store);
            var life = LongestLife * lives.NextDouble();
            await Task.Delay(life, TimeProvider.System, Cancellation);
            host.Signal(Signal.Kill);
            await host.UntilExitAsync(Cancellation);
            await Eventually.Holds(
                string.Create(CultureInfo.InvariantCulture, $"nothing is left of host {number} with seed {seed}, killed after {life.TotalSeconds:0.00} s"),
                () => Task.FromResult(ProcessTree.WithEnvironment(Leftovers.StoreVariable, _store).Count == 0),
                GoneWithin);
        }
#pragma warning restore CA5394

        using var next = HostProcess.Start(_store);
        await next.UntilHealthyAsync("sample");
        Assert.Contains(ProcessTree.WithEnvironment(Leftovers.StoreVariable, _store), p => p.Command.Contains("epmd", StringComparison.Ordinal));
        next.Signal(Signal.Terminate);
        Assert.Equal(0, await next.UntilExitAsync(Cancellation));
        Assert.Empty(ProcessTree.WithEnvironment(Leftovers.StoreVariable, _store));
    }
}
