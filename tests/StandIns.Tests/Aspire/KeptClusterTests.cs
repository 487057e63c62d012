using System.Diagnostics;
using System.Globalization;
using Aspire.Hosting.Running;
using Regio.Testing;

namespace Regio.StandIns.Tests.AppHosting;

/// <summary>Kept data of a PostgreSQL whose host was killed: whatever the kill left, the next start is clean.</summary>
public sealed class KeptClusterTests : IDisposable
{
    private const string Healthy = "postgres = Running, Healthy";

    private readonly string _store = Directory.CreateTempSubdirectory("app-host-test-").FullName;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_store, recursive: true);

    [Fact]
    public async Task A_cluster_that_was_only_half_made_is_made_anew()
    {
        using (var host = HostProcess.Start(_store))
        {
            SeenProcess? maker = null;
            await Eventually.Holds("the cluster is being made", () => Task.FromResult((maker = Maker()) is not null && IsBegun(maker)));
            // Without a chance to tidy up, as when the machine loses its power.
            Native.SignalProcess(maker!.Id, Signal.Kill);
            host.Signal(Signal.Kill);
            await host.UntilExitAsync(Cancellation);
        }

        await StartAndStopAsync();
    }

    [Fact]
    public async Task A_lock_whose_process_id_is_somebody_elses_by_now_does_not_stop_the_server()
    {
        await StartAndStopAsync();
        using var stranger = StartAsServer(folder: "/");
        var @lock = Path.Combine(DataFolder(), "postmaster.pid");
        await File.WriteAllTextAsync(@lock, string.Create(CultureInfo.InvariantCulture, $"{stranger.Id}\n{DataFolder()}\n1\n1\n\n127.0.0.1\n"), Cancellation);

        await StartAndStopAsync();

        Assert.False(stranger.HasExited);
        stranger.Kill();
    }

    [Fact]
    public async Task What_still_works_in_the_data_is_ended_before_the_next_server_starts()
    {
        await StartAndStopAsync();
        using var leftover = StartAsServer(DataFolder());

        await StartAndStopAsync();

        await leftover.WaitForExitAsync(Cancellation);
    }

    private async Task StartAndStopAsync()
    {
        using var host = HostProcess.Start(_store);
        await host.UntilSaidAsync(Healthy);
        host.Signal(Signal.Terminate);
        Assert.Equal(0, await host.UntilExitAsync(Cancellation));
    }

    private SeenProcess? Maker() =>
        ProcessTree.WithEnvironment(Leftovers.StoreVariable, _store).FirstOrDefault(process => process.Command.Contains("/initdb -D ", StringComparison.Ordinal));

    private static bool IsBegun(SeenProcess maker)
    {
        var words = maker.Command.Split(' ');
        return File.Exists(Path.Combine(words[Array.IndexOf(words, "-D") + 1], "PG_VERSION"));
    }

    private string DataFolder()
    {
        var volume = new DirectoryInfo(Path.Combine(_store, "data", "postgres-data"));
        return volume.ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? volume.FullName;
    }

    /// <summary>A process under the account of the server.</summary>
    private static Process StartAsServer(string folder)
    {
        string[] command = Native.IsRoot
            ? ["setpriv", "--reuid=postgres", "--regid=postgres", "--init-groups", "sleep", "3600"]
            : ["sleep", "3600"];
        return Process.Start(new ProcessStartInfo(command[0], command[1..]) { WorkingDirectory = folder })!;
    }
}
