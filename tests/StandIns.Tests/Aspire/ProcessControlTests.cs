using System.Diagnostics;
using Aspire.Hosting.Running;
using Regio.Testing;

namespace Regio.StandIns.Tests.AppHosting;

public sealed class ProcessControlTests : IDisposable
{
    // Some seconds by itself; a machine with much other work starts the tools of the guard slowly.
    private static readonly TimeSpan GoneWithin = TimeSpan.FromMinutes(1);

    private readonly string _store = Directory.CreateTempSubdirectory("app-host-test-").FullName;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_store, recursive: true);

    [Fact]
    public async Task A_stop_leaves_no_process_and_no_throw_away_file()
    {
        using var host = HostProcess.Start(_store);
        await host.UntilHealthyAsync("sample");
        var children = ProcessTree.DescendantsOf(host.Id);
        var scratch = ScratchOf(children);
        Assert.Contains(children, c => c.Command.Contains("epmd", StringComparison.Ordinal));
        Assert.Contains(children, c => c.Command.Contains("beam.smp", StringComparison.Ordinal));
        Assert.Contains(children, c => c.Command.Contains("Regio.SampleService", StringComparison.Ordinal));

        host.Signal(Signal.Interrupt);

        Assert.Equal(0, await host.UntilExitAsync(Cancellation));
        Assert.DoesNotContain(children, c => c.IsAlive);
        Assert.False(Directory.Exists(scratch));
    }

    [Fact]
    public async Task A_killed_host_leaves_no_child_and_the_next_start_is_clean_and_has_the_data()
    {
        using (var host = HostProcess.Start(_store))
        {
            await host.UntilHealthyAsync("sample");
            await KillAndExpectNobodyAsync(host);
        }

        var password = await File.ReadAllTextAsync(Path.Combine(_store, "parameters.json"), Cancellation);
        using (var next = HostProcess.Start(_store))
        {
            await next.UntilHealthyAsync("sample");
            Assert.DoesNotContain(next.Lines, l => l.Contains("creating missing WAL", StringComparison.Ordinal));
            // The log comes by a way of its own, and may be later than the health.
            await Eventually.Holds("the log tells of the recovery", () => Task.FromResult(next.Lines.Any(l => l.Contains("automatic recovery in progress", StringComparison.Ordinal))));
            next.Signal(Signal.Terminate);
            Assert.Equal(0, await next.UntilExitAsync(Cancellation));
        }

        Assert.Equal(password, await File.ReadAllTextAsync(Path.Combine(_store, "parameters.json"), Cancellation));
    }

    [Theory]
    [InlineData("postgres = Starting")]
    [InlineData("bus      = Starting")]
    [InlineData("bus      = Running")]
    public async Task A_host_killed_while_it_starts_leaves_no_child(string moment)
    {
        using var host = HostProcess.Start(_store);
        await host.UntilSaidAsync(moment);

        await KillAndExpectNobodyAsync(host);
    }

    [Fact]
    public async Task Children_that_outlived_their_host_are_ended_at_the_next_start()
    {
        using var leftover = Process.Start("setsid", ["sleep", "3600"]);
        var record = new ProcessRecord(leftover.Id, Native.StartTimeOf(leftover.Id)!.Value, "sleeper");
        Directory.CreateDirectory(Path.Combine(_store, "run"));
        var file = Path.Combine(_store, "run", "processes");
        Leftovers.Record(file, [record]);

        await Leftovers.EndAsync(file, _store, TimeProvider.System, Cancellation);

        await leftover.WaitForExitAsync(Cancellation);
        Assert.False(File.Exists(file));
    }

    [Fact]
    public async Task A_child_that_could_not_be_recorded_is_known_by_its_mark()
    {
        var start = new ProcessStartInfo("setsid", ["sleep", "3600"]);
        start.Environment[Leftovers.StoreVariable] = _store;
        using var leftover = Process.Start(start)!;
        await Eventually.Holds("the child bears its mark", () => Task.FromResult(ProcessTree.WithEnvironment(Leftovers.StoreVariable, _store).Count > 0));

        await Leftovers.EndAsync(Path.Combine(_store, "processes"), _store, TimeProvider.System, Cancellation);

        await leftover.WaitForExitAsync(Cancellation);
    }

    [Fact]
    public async Task A_child_of_which_the_guard_was_not_told_any_more_is_ended_with_the_host()
    {
        var guard = await ProcessGuard.StartAsync(scratchDirectory: "");
        var start = new ProcessStartInfo("setsid", ["sh", "-c", "sleep 3600 & sleep 3600"]);
        start.Environment[guard.Mark.Key] = guard.Mark.Value;
        using var child = Process.Start(start)!;
        await Eventually.Holds("the child has children", () => Task.FromResult(ProcessTree.DescendantsOf(child.Id).Count > 1));

        await guard.DisposeAsync();

        await child.WaitForExitAsync(Cancellation);
        Assert.Empty(ProcessTree.WithEnvironment(guard.Mark.Key, guard.Mark.Value));
    }

    [Fact]
    public async Task A_process_that_only_has_the_number_of_a_recorded_child_is_left_alone()
    {
        using var stranger = Process.Start("setsid", ["sleep", "3600"]);
        var file = Path.Combine(_store, "processes");
        Leftovers.Record(file, [new ProcessRecord(stranger.Id, Native.StartTimeOf(stranger.Id)!.Value - 1, "sleeper")]);

        await Leftovers.EndAsync(file, _store, TimeProvider.System, Cancellation);

        Assert.False(stranger.HasExited);
        stranger.Kill();
    }

    [Fact]
    public async Task A_second_host_on_the_same_state_directory_is_refused()
    {
        using var first = HostProcess.Start(_store);
        await first.UntilSaidAsync("tree     = Running");
        using var second = HostProcess.Start(_store);

        Assert.Equal(1, await second.UntilExitAsync(Cancellation));

        Assert.Contains(second.Lines, l => l.Contains($"Another app host is running with the state directory {_store}", StringComparison.Ordinal));
        await KillAndExpectNobodyAsync(first);
    }

    private async Task KillAndExpectNobodyAsync(HostProcess host)
    {
        var children = ProcessTree.DescendantsOf(host.Id);
        Assert.NotEmpty(children);

        host.Signal(Signal.Kill);

        await Eventually.Holds(
            "every child of the killed host is gone",
            () => Task.FromResult(!children.Any(c => c.IsAlive)),
            GoneWithin);
        // Also nothing that was nobody's child, such as a daemon that a server started at the last moment.
        await Eventually.Is(
            "nothing of the killed host is left", "", () => Task.FromResult(string.Join('|', ProcessTree.WithEnvironment(Leftovers.StoreVariable, _store).Select(p => p.Command))), GoneWithin);
    }

    private static string ScratchOf(IReadOnlyList<SeenProcess> children) =>
        children.First(c => c.Command.Contains("child-process-guard", StringComparison.Ordinal)).Command.TrimEnd().Split(' ')[^1];
}
