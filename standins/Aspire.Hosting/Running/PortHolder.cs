using System.Globalization;

namespace Aspire.Hosting.Running;

/// <summary>Who listens on a port, as far as this account may see it.</summary>
internal static class PortHolder
{
    private const string Listening = "0A";
    private const int LongestCommand = 80;

    /// <summary>For a sentence: "process 1234 (postgres -D …)" or, when that cannot be seen, "another process".</summary>
    public static string Describe(int port)
    {
        var sockets = SocketsOn(port).ToHashSet(StringComparer.Ordinal);
        return sockets.Count > 0 && FindOwner(sockets) is { } owner
            ? string.Create(CultureInfo.InvariantCulture, $"process {owner} ({CommandOf(owner)})")
            : "another process";
    }

    private static IEnumerable<string> SocketsOn(int port)
    {
        var wanted = string.Create(CultureInfo.InvariantCulture, $":{port:X4}");
        foreach (var table in (string[])["/proc/net/tcp", "/proc/net/tcp6"])
        {
            foreach (var line in File.Exists(table) ? File.ReadLines(table).Skip(1) : [])
            {
                var fields = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
                if (fields[3] == Listening && fields[1].EndsWith(wanted, StringComparison.Ordinal))
                    yield return $"socket:[{fields[9]}]";
            }
        }
    }

    private static int? FindOwner(HashSet<string> sockets)
    {
        foreach (var folder in Directory.GetDirectories("/proc"))
        {
            if (int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var id) && Holds(folder, sockets))
                return id;
        }

        return null;
    }

    private static bool Holds(string folder, HashSet<string> sockets)
    {
        try
        {
            return Directory.GetFiles(Path.Combine(folder, "fd")).Any(file => new FileInfo(file).LinkTarget is { } target && sockets.Contains(target));
        }
        catch (IOException)
        {
            return false;
        }
        catch (UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static string CommandOf(int id)
    {
        try
        {
            var command = File.ReadAllText(string.Create(CultureInfo.InvariantCulture, $"/proc/{id}/cmdline")).Replace('\0', ' ').Trim();
            return command.Length > LongestCommand ? command[..LongestCommand] + "…" : command;
        }
        catch (IOException)
        {
            return "already gone";
        }
    }
}
