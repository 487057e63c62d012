using System.Collections.Concurrent;
using System.Diagnostics;
using Regio.Testing;

namespace Regio.StandIns.Tests.AppHosting;

/// <summary>The sample app host as a process of its own, so that it can be stopped and killed as one.</summary>
internal sealed class HostProcess : IDisposable
{
    private static readonly TimeSpan StartTimeout = TimeSpan.FromMinutes(5);

    private readonly Process _process;
    private readonly ConcurrentQueue<string> _lines = new();

    private HostProcess(Process process)
    {
        _process = process;
        process.OutputDataReceived += (_, e) => Keep(e.Data);
        process.ErrorDataReceived += (_, e) => Keep(e.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public int Id => _process.Id;

    public IEnumerable<string> Lines => _lines;

    public static HostProcess Start(string store, params string[] arguments)
    {
        // A shell that runs the tests in the background has them ignore the interrupt, and children inherit that.
        var start = new ProcessStartInfo("env")
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = "/",
        };
        start.ArgumentList.Add("--default-signal=INT");
        start.ArgumentList.Add("dotnet");
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "Regio.SampleAppHost.dll"));
        start.ArgumentList.Add($"--Aspire:Store:Path={store}");
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        return new HostProcess(Process.Start(start)!);
    }

    public Task UntilHealthyAsync(string resource) => UntilSaidAsync($"{resource.PadRight("postgres".Length)} = Running, Healthy");

    public async Task UntilSaidAsync(string text)
    {
        try
        {
            await Eventually.Holds(
                $"the app host says '{text}'", () => Task.FromResult(_lines.Any(l => l.Contains(text, StringComparison.Ordinal)) || EndedEarly()), StartTimeout);
        }
        catch (TimeoutException late)
        {
            var running = ProcessTree.DescendantsOf(Id).Select(process => process.Command);
            throw new TimeoutException(
                $"{late.Message} It said:{Environment.NewLine}{string.Join('\n', _lines)}{Environment.NewLine}Under it ran:{Environment.NewLine}{string.Join('\n', running)}", late);
        }
    }

    public async Task<int> UntilExitAsync(CancellationToken cancellationToken)
    {
        await _process.WaitForExitAsync(cancellationToken);
        return _process.ExitCode;
    }

    public void Signal(Aspire.Hosting.Running.Signal signal) => Aspire.Hosting.Running.Native.SignalProcess(Id, signal);

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill();
        _process.Dispose();
    }

    private bool EndedEarly() =>
        _process.HasExited ? throw new InvalidOperationException($"The app host ended early: {string.Join('\n', _lines)}") : false;

    private void Keep(string? line)
    {
        if (line is not null)
            _lines.Enqueue(line);
    }
}
