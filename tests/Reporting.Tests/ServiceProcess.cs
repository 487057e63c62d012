using System.Diagnostics;
using System.Globalization;
using Regio.Testing;

namespace Regio.Reporting.Tests;

/// <summary>The service as it runs outside of tests: a process that can be told to stop, or killed.</summary>
internal sealed class ServiceProcess : IAsyncDisposable
{
    private readonly Process _process;

    public ServiceProcess(TestDatabase database, TestBroker broker, IReadOnlyDictionary<string, string>? settings = null)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Regio.Reporting.dll")]);
        foreach (var (name, value) in RunningService.Settings)
            start.Environment[Variable(name)] = value;
        start.Environment["Kestrel__Endpoints__grpc__Protocols"] = "Http2";
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["ConnectionStrings__reportingdb"] = database.ConnectionString;
        start.Environment["ConnectionStrings__bus"] = broker.Address.ToString();
        foreach (var (name, value) in settings ?? new Dictionary<string, string>())
            start.Environment[Variable(name)] = value;
        _process = Process.Start(start)!;
    }

    /// <summary>Tells it to stop, and waits until it has.</summary>
    /// <returns>Its exit code.</returns>
    public async Task<int> TerminateAsync(CancellationToken ct)
    {
        using var sigterm = Process.Start("kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)]);
        await sigterm.WaitForExitAsync(ct);
        await _process.WaitForExitAsync(ct);
        return _process.ExitCode;
    }

    /// <summary>Ends it where it stands, without a word (SIGKILL).</summary>
    public async Task KillAsync(CancellationToken ct)
    {
        _process.Kill();
        await _process.WaitForExitAsync(ct);
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            _process.Kill();
        await _process.WaitForExitAsync(CancellationToken.None);
        _process.Dispose();
    }

    private static string Variable(string name) => name.Replace(":", "__", StringComparison.Ordinal);
}
