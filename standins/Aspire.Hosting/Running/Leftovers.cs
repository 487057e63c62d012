using System.Globalization;

namespace Aspire.Hosting.Running;

internal sealed record ProcessRecord(int Id, long StartTime, string Name);

/// <summary>Children of an earlier host that did not get to end them.</summary>
internal static class Leftovers
{
    /// <summary>In the environment of every child: the state directory of the host that started it.</summary>
    public const string StoreVariable = "APP_HOST_STORE";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(50);

    // Start times count from boot, so a record from before a restart of the machine means nothing.
    private static string BootId => File.ReadAllText("/proc/sys/kernel/random/boot_id").Trim();

    public static void Record(string file, IEnumerable<ProcessRecord> processes)
    {
        var lines = processes.Select(p => string.Create(CultureInfo.InvariantCulture, $"{p.Id} {p.StartTime} {p.Name}"));
        var draft = file + ".new";
        File.WriteAllLines(draft, [BootId, .. lines]);
        File.Move(draft, file, overwrite: true);
    }

    /// <summary>Ends the children that are recorded, and those that bear the mark of the state directory without being recorded.</summary>
    public static async Task EndAsync(string file, string store, TimeProvider time, CancellationToken cancellationToken)
    {
        await EndAllAsync([.. Read(file).Concat(Marked(store)).Where(IsAlive).DistinctBy(p => p.Id)], Running.Signal.Terminate, time, cancellationToken);
        File.Delete(file);
    }

    /// <summary>
    /// Ends what still works in a folder that belongs to this host alone: a server's own children are in groups of their own
    /// and write over their environment, so neither the guard nor the mark reaches them once their parent was killed.
    /// </summary>
    public static Task EndInAsync(string folder, TimeProvider time, CancellationToken cancellationToken) =>
        EndAllAsync([.. WorkingIn(folder)], Running.Signal.Quit, time, cancellationToken);

    private static async Task EndAllAsync(ProcessRecord[] left, Signal request, TimeProvider time, CancellationToken cancellationToken)
    {
        foreach (var process in left)
            Signal(process, request);

        var deadline = time.GetTimestamp();
        while (left.Any(IsAlive) && time.GetElapsedTime(deadline) < Patience)
            await Task.Delay(Poll, time, cancellationToken);

        foreach (var process in left.Where(IsAlive))
            Signal(process, Running.Signal.Kill);
        while (left.Any(IsAlive))
            await Task.Delay(Poll, time, cancellationToken);
    }

    // A recorded child leads its group; one that is only marked may be a member of any.
    private static void Signal(ProcessRecord process, Signal signal)
    {
        Native.SignalGroup(process.Id, signal);
        Native.SignalProcess(process.Id, signal);
    }

    private static IEnumerable<ProcessRecord> Marked(string store)
    {
        var mark = $"{StoreVariable}={store}";
        return All().Where(process => EnvironmentOf(process.Id).Contains(mark, StringComparer.Ordinal));
    }

    private static IEnumerable<ProcessRecord> WorkingIn(string folder) =>
        All().Where(process => FolderOf(process.Id) is { } place && (place == folder || place.StartsWith(folder + '/', StringComparison.Ordinal)));

    private static IEnumerable<ProcessRecord> All()
    {
        foreach (var folder in Directory.GetDirectories("/proc"))
        {
            if (int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var id) && Native.StartTimeOf(id) is { } startTime)
                yield return new ProcessRecord(id, startTime, "");
        }
    }

    private static string? FolderOf(int processId)
    {
        try
        {
            return new DirectoryInfo(string.Create(CultureInfo.InvariantCulture, $"/proc/{processId}/cwd")).LinkTarget;
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static string[] EnvironmentOf(int processId)
    {
        try
        {
            return File.ReadAllText(string.Create(CultureInfo.InvariantCulture, $"/proc/{processId}/environ")).Split('\0');
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    private static bool IsAlive(ProcessRecord process) => Native.StartTimeOf(process.Id) == process.StartTime;

    private static IEnumerable<ProcessRecord> Read(string file)
    {
        if (!File.Exists(file) || File.ReadAllLines(file) is not [var boot, .. var lines] || boot != BootId)
            return [];

        return lines.Select(line => line.Split(' ', 3)).Where(parts => parts.Length == 3).Select(parts => new ProcessRecord(
            int.Parse(parts[0], CultureInfo.InvariantCulture), long.Parse(parts[1], CultureInfo.InvariantCulture), parts[2]));
    }
}
