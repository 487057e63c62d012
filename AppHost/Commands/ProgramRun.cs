using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Regio.AppHost;

/// <summary>A program that a command runs to its end; what it says goes to the console of the resource.</summary>
internal static class ProgramRun
{
    // The app host's build has built what it refers to as it was built itself.
    private static readonly string Configuration =
        typeof(ProgramRun).Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()?.Configuration ?? "Debug";

    /// <summary>Runs the program of a project that the app host refers to.</summary>
    public static Task<ExecuteCommandResult> OfProjectAsync(
        ExecuteCommandContext context, string project, IEnumerable<string> arguments, IReadOnlyDictionary<string, string> environment) =>
        RunAsync(
            context,
            "dotnet",
            ["run", "--no-build", "--no-launch-profile", "--configuration", Configuration, "--project", project, "--", .. arguments],
            environment);

    private static async Task<ExecuteCommandResult> RunAsync(
        ExecuteCommandContext context, string program, IEnumerable<string> arguments, IReadOnlyDictionary<string, string> environment)
    {
        var logger = context.ServiceProvider.GetRequiredService<ResourceLoggerService>().GetLogger(context.ResourceName);
        var start = new ProcessStartInfo(program, arguments)
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;

        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        try
        {
            var said = CopyAsync(process.StandardOutput, line => logger.LogInformation("{Line}", line), context.CancellationToken);
            var complained = CopyAsync(process.StandardError, line => logger.LogError("{Line}", line), context.CancellationToken);
            await process.WaitForExitAsync(context.CancellationToken);
            await said;
            var reason = await complained;
            return process.ExitCode == 0
                ? CommandResults.Success()
                : CommandResults.Failure(string.Create(CultureInfo.InvariantCulture, $"{Path.GetFileName(program)} ended with exit code {process.ExitCode}. {reason}").TrimEnd());
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
    }

    /// <summary>The last line.</summary>
    private static async Task<string> CopyAsync(StreamReader source, Action<string> target, CancellationToken cancellationToken)
    {
        var last = "";
        while (await source.ReadLineAsync(cancellationToken) is { } line)
        {
            target(line);
            last = line;
        }

        return last;
    }
}
