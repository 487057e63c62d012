using Aspire.Hosting.Running;
using Regio.Testing;

namespace Regio.StandIns.Tests.AppHosting;

/// <summary>Kept data of a broker that was killed while it started for the first time: the next start is clean.</summary>
public sealed class KeptBrokerTests : IDisposable
{
    private const string Healthy = "bus      = Running, Healthy";

    private readonly string _store = Directory.CreateTempSubdirectory("app-host-test-").FullName;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string Folder => Path.Combine(_store, "data", "bus-data");

    private string Tables => Path.Combine(Folder, "mnesia");

    private string FirstStart => Path.Combine(Folder, "first-start");

    public void Dispose() => Directory.Delete(_store, recursive: true);

    [Fact]
    public async Task Tables_that_were_only_half_made_are_made_anew()
    {
        using (var host = HostProcess.Start(_store))
        {
            await Eventually.Holds("the broker has begun", () => Task.FromResult(Directory.Exists(Tables)));
            Kill(host);
            await host.UntilExitAsync(Cancellation);
        }

        Assert.True(File.Exists(FirstStart), "The broker had made its tables already.");
        var halfMade = Path.Combine(Tables, "half-made");
        await File.WriteAllTextAsync(halfMade, "", Cancellation);
        using var next = HostProcess.Start(_store);
        await next.UntilSaidAsync(Healthy);

        Assert.False(File.Exists(halfMade));
        Assert.False(File.Exists(FirstStart));
        next.Signal(Signal.Terminate);
        Assert.Equal(0, await next.UntilExitAsync(Cancellation));
    }

    [Fact]
    public async Task Tables_are_whole_from_the_moment_on_at_which_they_count_as_made()
    {
        using (var host = HostProcess.Start(_store))
        {
            await Eventually.Holds("the broker has begun", () => Task.FromResult(Directory.Exists(Tables)));
            await Eventually.Holds("the tables count as made", () => Task.FromResult(!File.Exists(FirstStart)));
            Kill(host);
            await host.UntilExitAsync(Cancellation);
        }

        await KeepsItsTablesAsync();
    }

    [Fact]
    public async Task Tables_that_were_made_are_kept_whatever_comes()
    {
        using (var host = HostProcess.Start(_store))
        {
            await host.UntilSaidAsync(Healthy);
            Assert.False(File.Exists(FirstStart));
            host.Signal(Signal.Kill);
            await host.UntilExitAsync(Cancellation);
        }

        await KeepsItsTablesAsync();
    }

    private async Task KeepsItsTablesAsync()
    {
        var keepsake = Path.Combine(Tables, "keepsake");
        await File.WriteAllTextAsync(keepsake, "", Cancellation);
        using var next = HostProcess.Start(_store);
        await next.UntilSaidAsync(Healthy);

        Assert.True(File.Exists(keepsake));
        next.Signal(Signal.Terminate);
        Assert.Equal(0, await next.UntilExitAsync(Cancellation));
    }

    // Without a chance to tidy up, as when the machine loses its power.
    private void Kill(HostProcess host)
    {
        foreach (var broker in ProcessTree.WithEnvironment(Leftovers.StoreVariable, _store).Where(process => process.Command.Contains("beam.smp", StringComparison.Ordinal)))
            Native.SignalProcess(broker.Id, Signal.Kill);
        host.Signal(Signal.Kill);
    }
}
