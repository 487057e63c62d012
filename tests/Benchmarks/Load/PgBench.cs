using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Npgsql;

namespace Regio.Benchmarks.Load;

/// <summary>PostgreSQL's own load generator, on a script of statements.</summary>
internal sealed partial class PgBench(string connectionString, string scriptPath, IReadOnlyDictionary<string, string> variables)
{
    public async Task<double> RunAsync(TimeSpan duration, CancellationToken cancellationToken)
    {
        var connection = new NpgsqlConnectionStringBuilder(connectionString);
        var start = new ProcessStartInfo(Locate()) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        Add(start, "-h", connection.Host!, "-p", Text(connection.Port), "-U", connection.Username!);
        Add(start, "-M", "prepared", "-n", "-c", Text(Plan.Concurrency), "-j", "2", "-f", scriptPath);
        Add(start, "-T", Text((int)Math.Ceiling(duration.TotalSeconds)));
        foreach (var (name, value) in variables)
            Add(start, "-D", $"{name}={value}");
        Add(start, connection.Database!);
        start.Environment["PGPASSWORD"] = connection.Password;

        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
        var errors = process.StandardError.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        var speed = Speed().Match(await output);
        if (process.ExitCode != 0 || !speed.Success)
            throw new InvalidOperationException($"pgbench ended with {process.ExitCode}: {await errors}");
        return double.Parse(speed.Groups["tps"].Value, CultureInfo.InvariantCulture);
    }

    private static string Locate()
    {
        var candidates = Directory.Exists("/usr/lib/postgresql")
            ? Directory.EnumerateDirectories("/usr/lib/postgresql").Select(folder => Path.Combine(folder, "bin", "pgbench"))
            : [];
        return candidates.Where(File.Exists).Order(StringComparer.Ordinal).LastOrDefault() ?? "pgbench";
    }

    private static void Add(ProcessStartInfo start, params ReadOnlySpan<string> arguments)
    {
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^tps = (?<tps>[0-9.]+)", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Speed();
}
