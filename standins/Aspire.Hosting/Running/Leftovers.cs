using System.Globalization;

namespace Aspire.Hosting.Running;

internal sealed record ProcessRecord(int Id, long StartTime, string Name);

/// <summary>Children recorded by an earlier host that did not get to end them.</summary>
internal static class Leftovers
{
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

    public static async Task EndAsync(string file, TimeProvider time, CancellationToken cancellationToken)
    {
        var left = Read(file).Where(IsAlive).ToArray();
        foreach (var process in left)
            Native.SignalGroup(process.Id, Signal.Terminate);

        var deadline = time.GetTimestamp();
        while (left.Any(IsAlive) && time.GetElapsedTime(deadline) < Patience)
            await Task.Delay(Poll, time, cancellationToken);

        foreach (var process in left.Where(IsAlive))
            Native.SignalGroup(process.Id, Signal.Kill);
        while (left.Any(IsAlive))
            await Task.Delay(Poll, time, cancellationToken);
        File.Delete(file);
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
