using System.Globalization;

namespace Aspire.Hosting.Running;

/// <summary>All children of this host: started under guard, recorded on disk, ended together.</summary>
internal sealed class ChildProcesses(HostState state, TimeProvider time) : IAsyncDisposable
{
    private readonly Lock gate = new();
    private readonly Dictionary<int, (ChildProcess Child, string Name, long StartTime)> running = [];
    private ProcessGuard? guard;

    public async Task OpenAsync(CancellationToken cancellationToken)
    {
        await state.OpenAsync(cancellationToken);
        if (state.RecordFile is { } records)
            await Leftovers.EndAsync(records, state.StorePath!, time, cancellationToken);
        guard = await ProcessGuard.StartAsync(state.Scratch);
    }

    public async Task<ChildProcess> StartAsync(string name, ProcessSpec spec, Action<string, bool> output)
    {
        var child = await ChildProcess.StartAsync(spec with { Store = state.StorePath, GuardMark = guard!.Mark }, output);
        guard.Watch(child);
        lock (gate)
        {
            running[child.Id] = (child, name, Native.StartTimeOf(child.Id) ?? 0);
            Record();
        }

        return child;
    }

    public async Task StopAsync(ChildProcess child)
    {
        await child.StopAsync(time);
        Forget(child);
    }

    public void Forget(ChildProcess child)
    {
        lock (gate)
        {
            if (!running.Remove(child.Id))
                return;
            guard?.Forget(child);
            Record();
        }
    }

    /// <summary>Ends what an earlier server has left running in its data folder.</summary>
    public Task EndLeftoversInAsync(string folder, CancellationToken cancellationToken) => Leftovers.EndInAsync(folder, time, cancellationToken);

    /// <summary>Runs a tool to its end and fails with what it said when it does not succeed.</summary>
    public async Task RunAsync(string name, ProcessSpec spec, CancellationToken cancellationToken)
    {
        var said = new System.Collections.Concurrent.ConcurrentQueue<string>();
        var child = await StartAsync(name, spec, (line, _) => said.Enqueue(line));
        try
        {
            var code = await child.Exited.WaitAsync(cancellationToken);
            if (code != 0)
                throw new DistributedApplicationException(
                    string.Create(CultureInfo.InvariantCulture, $"{spec.FileName} of resource '{name}' ended with exit code {code}: {string.Join(' ', said)}"));
        }
        finally
        {
            await StopAsync(child);
        }
    }

    public async ValueTask DisposeAsync()
    {
        ChildProcess[] left;
        lock (gate)
            left = [.. running.Values.Select(r => r.Child)];
        await Task.WhenAll(left.Select(StopAsync));
        if (guard is not null)
            await guard.DisposeAsync();
        guard = null;
        await state.DisposeAsync();
    }

    private void Record()
    {
        if (state.RecordFile is { } file)
            Leftovers.Record(file, running.Values.Select(r => new ProcessRecord(r.Child.Id, r.StartTime, r.Name)));
    }
}
