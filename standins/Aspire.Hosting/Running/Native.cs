using System.Globalization;
using System.Runtime.InteropServices;

namespace Aspire.Hosting.Running;

internal static partial class Native
{
    public static bool IsRoot => geteuid() == 0;

    public static void SignalProcess(int processId, Signal signal) => _ = kill(processId, (int)signal);

    public static void SignalGroup(int groupId, Signal signal) => _ = kill(-groupId, (int)signal);

    /// <summary>Start time in clock ticks since boot: with the process id it names a process beyond reuse of the id; null when there is none.</summary>
    public static long? StartTimeOf(int processId)
    {
        try
        {
            // The command name in parentheses may itself hold blanks and parentheses, so fields count from the last one.
            var stat = File.ReadAllText(string.Create(CultureInfo.InvariantCulture, $"/proc/{processId}/stat"));
            var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
            var isZombie = fields[0] is "Z" or "X";
            return isZombie ? null : long.Parse(fields[19], CultureInfo.InvariantCulture);
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

    [LibraryImport("libc", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int kill(int pid, int signal);

    [LibraryImport("libc")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial uint geteuid();
}
