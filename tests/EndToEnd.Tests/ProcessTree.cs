using System.Diagnostics;
using System.Globalization;

namespace Regio.EndToEnd.Tests;

internal static class ProcessTree
{
    /// <summary>SIGKILL to a process and to all it started, children last so that none is respawned meanwhile.</summary>
    public static void Kill(int pid)
    {
        foreach (var process in Descendants(pid).Prepend(pid))
        {
            try
            {
                Process.GetProcessById(process).Kill();
            }
            catch (ArgumentException)
            {
                // Gone already, which is what is wanted.
            }
        }
    }

    private static List<int> Descendants(int pid)
    {
        var parents = Directory.EnumerateDirectories("/proc")
            .Select(Path.GetFileName)
            .Where(name => int.TryParse(name, CultureInfo.InvariantCulture, out _))
            .Select(name => int.Parse(name!, CultureInfo.InvariantCulture))
            .Select(child => (Child: child, Parent: ParentOf(child)))
            .ToLookup(pair => pair.Parent, pair => pair.Child);
        var found = new List<int>();
        var open = new Queue<int>([pid]);
        while (open.TryDequeue(out var next))
        {
            foreach (var child in parents[next])
            {
                found.Add(child);
                open.Enqueue(child);
            }
        }

        return found;
    }

    private static int ParentOf(int pid)
    {
        try
        {
            // The command name stands in brackets and may hold spaces; the parent is the second field after it.
            var stat = File.ReadAllText($"/proc/{pid}/stat");
            return int.Parse(stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[1], CultureInfo.InvariantCulture);
        }
        catch (IOException)
        {
            return -1;
        }
    }
}
