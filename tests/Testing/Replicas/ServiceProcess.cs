using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Reflection;
using System.Text;

namespace Regio.Testing.Replicas;

/// <summary>A service in a process of its own, which ends with this one.</summary>
public sealed class ServiceProcess : IDisposable
{
    private readonly Process _process;
    private readonly StringBuilder _output;

    private ServiceProcess(Process process, StringBuilder output, Uri grpc, Uri http) => (_process, _output, Grpc, Http) = (process, output, grpc, http);

    public Uri Grpc { get; }

    public Uri Http { get; }

    /// <summary>Starts it and waits until it is ready.</summary>
    public static async Task<ServiceProcess> StartAsync(Assembly service, IReadOnlyDictionary<string, string?> settings)
    {
        var (grpc, http) = (FreeAddress(), FreeAddress());
        var start = new ProcessStartInfo("setpriv") { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in (string[])["--pdeathsig", "KILL", "dotnet", service.Location])
            start.ArgumentList.Add(argument);
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        foreach (var (name, value) in RunningService.Settings.Concat(settings))
            start.Environment[name.Replace(":", "__", StringComparison.Ordinal)] = value;
        start.Environment["Kestrel__Endpoints__grpc__Url"] = grpc.ToString();
        start.Environment["Kestrel__Endpoints__http__Url"] = http.ToString();

        var output = new StringBuilder();
        var started = new ServiceProcess(await LaunchAsync(start, output), output, grpc, http);
        await started.ReadyAsync();
        return started;
    }

    /// <summary>Ends it without warning.</summary>
    public void Kill() => _process.Kill();

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
    }

    // The kernel ends the child when the thread that started it ends, so that thread stays with it.
    private static Task<Process> LaunchAsync(ProcessStartInfo start, StringBuilder output)
    {
        var launched = new TaskCompletionSource<Process>(TaskCreationOptions.RunContinuationsAsynchronously);
        new Thread(() =>
        {
            var process = new Process { StartInfo = start };
            process.OutputDataReceived += (_, line) => Keep(output, line.Data);
            process.ErrorDataReceived += (_, line) => Keep(output, line.Data);
            process.Start();
            process.BeginOutputReadLine();
            process.BeginErrorReadLine();
            var id = process.Id;
            launched.SetResult(process);
            using var watched = Process.GetProcessById(id);
            watched.WaitForExit();
        })
        { IsBackground = true, Name = "waits for a service" }.Start();
        return launched.Task;
    }

    private async Task ReadyAsync()
    {
        using var client = new HttpClient { BaseAddress = Http, Timeout = TimeSpan.FromSeconds(10) };
        await Eventually.Holds("a replica is ready", async () =>
        {
            if (_process.HasExited)
                throw new InvalidOperationException($"The replica ended. It said:{Environment.NewLine}{_output}");
            try
            {
                using var answer = await client.GetAsync(new Uri("/health", UriKind.Relative));
                return answer.IsSuccessStatusCode;
            }
            catch (Exception notYet) when (notYet is HttpRequestException or TaskCanceledException)
            {
                return false;
            }
        });
    }

    private static void Keep(StringBuilder output, string? line)
    {
        lock (output)
            output.AppendLine(line);
    }

    private static Uri FreeAddress()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}"));
    }
}
