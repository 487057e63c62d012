using System.Diagnostics;
using System.Text.Json;

namespace Regio.EndToEnd.Tests.Cli;

/// <summary>The demo as a newcomer runs it, on the suite whose state is in a folder.</summary>
internal static class DemoRun
{
    public static async Task<JsonDocument> OnAsync(string root)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            ArgumentList = { CommandLine(), "demo", "--json", "--out", Path.Combine(root, "demo-out") },
            Environment = { ["REGIO_ROOT"] = root },
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal((0, ""), (process.ExitCode, await errors));
        return JsonDocument.Parse(await output);
    }

    // Its own folder, since the one of the tests lacks part of what it needs.
    private static string CommandLine()
    {
        var framework = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
        var repository = framework.Parent!.Parent!.Parent!.Parent!.Parent!;
        return Path.Combine(repository.FullName, "cli", "bin", framework.Parent.Name, framework.Name, "regio-cli.dll");
    }
}
