using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Regio.Benchmarks.Servers;

/// <summary>A server in a process of its own, which ends with this one.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(3);

    private readonly Process _process;
    private readonly List<string> _output = [];

    private ServerProcess(Process process)
    {
        _process = process;
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public static ServerProcess Start(string assembly, IEnumerable<string> arguments, IEnumerable<KeyValuePair<string, string>> environment)
    {
        // The kernel ends the child when the thread that started it is gone, whatever happens to this process.
        var start = new ProcessStartInfo("setpriv") { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in (string[])["--pdeathsig", "KILL", "dotnet", assembly, .. arguments])
            start.ArgumentList.Add(argument);
        start.WorkingDirectory = Path.GetDirectoryName(assembly);
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        return new ServerProcess(LastingThread.Start(() => Process.Start(start)!));
    }

    /// <summary>What the process holds of the machine's memory now.</summary>
    public long ResidentBytes
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64;
        }
    }

    /// <summary>Waits until an address answers with success.</summary>
    public async Task WaitUntilHealthyAsync(Uri address, CancellationToken cancellationToken)
    {
        using var client = new HttpClient { Timeout = TimeSpan.FromSeconds(5) };
        var started = Stopwatch.GetTimestamp();
        while (!await AnswersAsync(client, address, cancellationToken))
        {
            if (_process.HasExited || Stopwatch.GetElapsedTime(started) > s_patience)
                throw new InvalidOperationException($"{address} did not become healthy. The server said:\n{LastWords()}");
            await Task.Delay(TimeSpan.FromMilliseconds(200), cancellationToken);
        }
    }

    public async Task WaitForSuccessAsync(CancellationToken cancellationToken)
    {
        await _process.WaitForExitAsync(cancellationToken);
        if (_process.ExitCode != 0)
            throw new InvalidOperationException($"A process ended with {_process.ExitCode}:\n{LastWords()}");
    }

    public void EnsureRuns()
    {
        if (_process.HasExited)
            throw new InvalidOperationException($"A process ended with {_process.ExitCode}:\n{LastWords()}");
    }

    /// <summary>Asks the process to end, and waits until it has.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        using var request = Process.Start("kill", ["-s", "TERM", _process.Id.ToString(CultureInfo.InvariantCulture)]);
        await _process.WaitForExitAsync(cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    /// <summary>A port that is free at this moment.</summary>
    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static async Task<bool> AnswersAsync(HttpClient client, Uri address, CancellationToken cancellationToken)
    {
        try
        {
            using var answer = await client.GetAsync(address, cancellationToken);
            return answer.IsSuccessStatusCode;
        }
        catch (Exception exception) when (exception is HttpRequestException or TaskCanceledException && !cancellationToken.IsCancellationRequested)
        {
            // It does not listen yet, or is too busy with its start to answer.
            return false;
        }
    }

    private void Keep(string? line)
    {
        lock (_output)
        {
            if (line is not null)
                _output.Add(line);
        }
    }

    private string LastWords()
    {
        lock (_output)
            return string.Join('\n', _output.TakeLast(30));
    }
}
