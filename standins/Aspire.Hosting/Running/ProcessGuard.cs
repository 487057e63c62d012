using System.Diagnostics;
using System.Globalization;

namespace Aspire.Hosting.Running;

/// <summary>
/// A small shell process that knows the process groups of the children and ends them when its input closes,
/// which the kernel does when the host is gone for whatever reason. The parent-death signal reaches only the
/// children themselves; this reaches their trees and the throw-away files, and by the mark in their environment those
/// that were started in the host's last moment, before it could tell of them.
/// </summary>
internal sealed class ProcessGuard : IAsyncDisposable
{
    private const string Script = """
        groups=
        while read -r op group signal; do
          kept=
          for g in $groups; do [ "${g%:*}" = "$group" ] || kept="$kept $g"; done
          groups=$kept
          [ "$op" = + ] && groups="$groups $group:$signal"
        done
        for g in $groups; do kill -s "${g#*:}" -- "-${g%:*}"; done 2>/dev/null
        tries=0
        while [ $tries -lt 40 ]; do
          alive=
          for g in $groups; do kill -s 0 -- "-${g%:*}" && alive=yes; done 2>/dev/null
          [ -n "$alive" ] || break
          sleep 0.1
          tries=$((tries + 1))
        done
        for g in $groups; do kill -s KILL -- "-${g%:*}"; done 2>/dev/null
        rounds=0
        tries=0
        while [ $rounds -lt 3 ] && [ $tries -lt 40 ]; do
          rounds=$((rounds + 1))
          tries=$((tries + 1))
          for f in $(grep -lzxF -- "$1" /proc/[0-9]*/environ 2>/dev/null); do
            f=${f#/proc/}
            kill -s KILL "${f%/environ}" 2>/dev/null && rounds=0
          done
          sleep 0.1
        done
        [ -z "$2" ] || rm -rf -- "$2"
        """;

    private const string MarkVariable = "APP_HOST_GUARD";

    private readonly Process process;
    private readonly Lock gate = new();

    private ProcessGuard(Process process, string mark)
    {
        this.process = process;
        Mark = new(MarkVariable, mark);
    }

    /// <summary>The variable by which the guard knows what this host has started.</summary>
    public KeyValuePair<string, string> Mark { get; }

    public static async Task<ProcessGuard> StartAsync(string scratchDirectory)
    {
        var start = new ProcessStartInfo("setsid") { RedirectStandardInput = true, UseShellExecute = false, WorkingDirectory = "/" };
        var mark = Guid.NewGuid().ToString("N");
        foreach (var argument in (string[])["sh", "-c", Script, "child-process-guard", $"{MarkVariable}={mark}", scratchDirectory])
            start.ArgumentList.Add(argument);
        // Started from within another host's child, it would bear that host's mark.
        start.Environment.Remove(MarkVariable);
        return new ProcessGuard(await ProcessLauncher.StartAsync(start), mark);
    }

    public void Watch(ChildProcess child) => Tell($"+ {child.Id} {NameOf(child.Spec.OrphanSignal)}");

    public void Forget(ChildProcess child) => Tell($"- {child.Id}");

    public async ValueTask DisposeAsync()
    {
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private static string NameOf(Signal signal) => signal switch
    {
        Signal.Quit => "QUIT",
        Signal.Kill => "KILL",
        Signal.Interrupt => "INT",
        _ => "TERM",
    };

    private void Tell(FormattableString line)
    {
        lock (gate)
        {
            process.StandardInput.WriteLine(line.ToString(CultureInfo.InvariantCulture));
            process.StandardInput.Flush();
        }
    }
}
