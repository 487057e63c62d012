using System.Diagnostics;

namespace Regio.EndToEnd.Tests.Cli;

/// <summary>The script in a folder of its own, so that a suite which runs in the repository is neither seen nor disturbed.</summary>
internal sealed class Script : IDisposable
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("regio-script-");

    public Script()
    {
        var repository = Repository();
        File.Copy(Path.Combine(repository, "regio"), Path.Combine(Root, "regio"));
        Directory.CreateDirectory(Path.Combine(Root, "scripts"));
        foreach (var part in Directory.EnumerateFiles(Path.Combine(repository, "scripts")))
            File.Copy(part, Path.Combine(Root, "scripts", Path.GetFileName(part)));
    }

    public string Root => _root.FullName;

    /// <summary>Runs ./regio.</summary>
    public Task<(int ExitCode, string Output, string Errors)> RunAsync(params string[] arguments) =>
        BashAsync([Path.Combine(Root, "regio"), .. arguments]);

    /// <summary>Runs a piece of bash in which the parts of the script are loaded.</summary>
    public Task<(int ExitCode, string Output, string Errors)> WithPartsAsync(string bash) =>
        BashAsync(["-c", $"set -euo pipefail; ROOT='{Root}'; STATE='{Root}/.regio'; for part in common install build suite tests migration; do source \"$ROOT/scripts/$part.sh\"; done; {bash}"]);

    public void Dispose() => _root.Delete(recursive: true);

    private static async Task<(int ExitCode, string Output, string Errors)> BashAsync(IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("bash") { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, await output, await errors);
    }

    private static string Repository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Regio.sln")))
            folder = folder.Parent ?? throw new InvalidOperationException("The tests do not run in the repository.");
        return folder.FullName;
    }
}
