using System.Globalization;
using System.Net;
using Aspire.Hosting.Running;

namespace Regio.StandIns.Tests.AppHosting;

/// <summary>A process that is named beyond reuse of its id.</summary>
internal sealed record SeenProcess(int Id, long StartTime, string Command)
{
    public bool IsAlive => Native.StartTimeOf(Id) == StartTime;
}

internal static class ProcessTree
{
    public static IReadOnlyList<SeenProcess> WithDescendants(int root)
    {
        var children = ParentOfEach().ToLookup(p => p.Parent, p => p.Id);
        var found = new List<SeenProcess>();
        var next = new Queue<int>([root]);
        while (next.TryDequeue(out var id))
        {
            if (Native.StartTimeOf(id) is { } startTime)
                found.Add(new SeenProcess(id, startTime, CommandOf(id)));
            foreach (var child in children[id])
                next.Enqueue(child);
        }

        return found;
    }

    public static IReadOnlyList<SeenProcess> DescendantsOf(int root) => [.. WithDescendants(root).Where(p => p.Id != root)];

    /// <summary>Processes with this variable in the environment that they were started with.</summary>
    public static IReadOnlyList<SeenProcess> WithEnvironment(string name, string value) =>
    [
        .. Directory.GetDirectories("/proc")
            .Select(folder => int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var id) ? id : 0)
            .Where(id => id != 0 && (Read($"/proc/{id}/environ") ?? "").Split('\0').Contains($"{name}={value}", StringComparer.Ordinal))
            .Select(id => (Id: id, StartTime: Native.StartTimeOf(id)))
            .Where(seen => seen.StartTime is not null)
            .Select(seen => new SeenProcess(seen.Id, seen.StartTime!.Value, CommandOf(seen.Id))),
    ];

    private static IEnumerable<(int Id, int Parent)> ParentOfEach()
    {
        foreach (var folder in Directory.GetDirectories("/proc"))
        {
            if (!int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var id) || Read(Path.Combine(folder, "stat")) is not { } stat)
                continue;
            yield return (id, int.Parse(stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[1], CultureInfo.InvariantCulture));
        }
    }

    private static string CommandOf(int id) => (Read($"/proc/{id}/cmdline") ?? "").Replace('\0', ' ');

    private static string? Read(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (IOException)
        {
            return null;
        }
        catch (UnauthorizedAccessException)
        {
            return null;
        }
    }
}

internal static class ListeningSockets
{
    private const string Listening = "0A";

    public static IReadOnlyList<IPEndPoint> Of(IReadOnlySet<int> processes)
    {
        var inodes = processes.SelectMany(SocketsOf).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. ((string[])["/proc/net/tcp", "/proc/net/tcp6"])
                .SelectMany(file => File.ReadLines(file).Skip(1))
                .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
                .Where(fields => fields[3] == Listening && inodes.Contains(fields[9]))
                .Select(fields => Parse(fields[1])),
        ];
    }

    private static IEnumerable<string> SocketsOf(int process)
    {
        foreach (var link in Directory.GetFiles($"/proc/{process}/fd"))
        {
            if (new FileInfo(link).LinkTarget is { } target && target.StartsWith("socket:[", StringComparison.Ordinal))
                yield return target["socket:[".Length..^1];
        }
    }

    // The kernel writes addresses as little-endian words in hexadecimal.
    private static IPEndPoint Parse(string text)
    {
        var parts = text.Split(':');
        var bytes = Convert.FromHexString(parts[0]);
        for (var word = 0; word < bytes.Length; word += sizeof(int))
            Array.Reverse(bytes, word, sizeof(int));
        return new IPEndPoint(new IPAddress(bytes), int.Parse(parts[1], NumberStyles.HexNumber, CultureInfo.InvariantCulture));
    }
}
