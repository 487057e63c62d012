using System.Diagnostics;
using System.Globalization;

namespace Aspire.Hosting.Running;

/// <summary>A running child: leader of its own session, so that its whole tree can be ended at once.</summary>
internal sealed class ChildProcess
{
    // Compares the parent after the death signal is armed: a host that died before that moment cannot send it any more.
    private const string ExecUnlessOrphaned = "test \"$PPID\" = \"$0\" && exec \"$@\"";

    // What a process says last, it says why it ended; but a grandchild in a session of its own may hold the pipe open.
    private static readonly TimeSpan OutputGrace = TimeSpan.FromSeconds(2);

    private readonly Process process;
    private readonly ProcessSpec spec;
    private readonly TaskCompletionSource<int> exited = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource outputEnded = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int openStreams = 2;
    private volatile bool stopRequested;

    private ChildProcess(Process process, ProcessSpec spec, Action<string, bool> output)
    {
        this.process = process;
        this.spec = spec;
        Id = process.Id;
        process.OutputDataReceived += (_, e) => Forward(e.Data, isError: false, output);
        process.ErrorDataReceived += (_, e) => Forward(e.Data, isError: true, output);
        process.Exited += (_, _) => _ = CompleteAsync();
        process.EnableRaisingEvents = true;
    }

    public int Id { get; }

    public Task<int> Exited => exited.Task;

    public bool StopRequested => stopRequested;

    public ProcessSpec Spec => spec;

    public static async Task<ChildProcess> StartAsync(ProcessSpec spec, Action<string, bool> output)
    {
        var started = await ProcessLauncher.StartAsync(StartInfo(spec));
        started.StandardInput.Close();
        var child = new ChildProcess(started, spec, output);
        started.BeginOutputReadLine();
        started.BeginErrorReadLine();
        return child;
    }

    /// <summary>Asks the process to end, and insists after its timeout.</summary>
    public async Task StopAsync(TimeProvider time)
    {
        stopRequested = true;
        if (!exited.Task.IsCompleted)
        {
            Native.SignalProcess(Id, spec.StopSignal);
            try
            {
                await exited.Task.WaitAsync(spec.StopTimeout, time);
            }
            catch (TimeoutException)
            {
                Native.SignalProcess(Id, Signal.Kill);
                await exited.Task;
            }
        }
    }

    internal static ProcessStartInfo StartInfo(ProcessSpec spec)
    {
        var start = new ProcessStartInfo("setsid")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            WorkingDirectory = spec.WorkingDirectory ?? "/",
        };
        Add(start, "setpriv", "--pdeathsig", "TERM");
        if (spec.User is { } user)
            Add(start, $"--reuid={user}", $"--regid={user}", "--init-groups");
        Add(start, "sh", "-c", ExecUnlessOrphaned, Environment.ProcessId.ToString(CultureInfo.InvariantCulture));
        Add(start, spec.FileName);
        Add(start, [.. spec.Arguments]);

        if (!spec.InheritsEnvironment)
        {
            start.Environment.Clear();
            start.Environment["PATH"] = Environment.GetEnvironmentVariable("PATH") ?? "/usr/bin:/bin";
            start.Environment["LANG"] = "C.UTF-8";
        }

        if (spec.Store is { } store)
            start.Environment[Leftovers.StoreVariable] = store;
        if (spec.GuardMark is { } mark)
            start.Environment[mark.Key] = mark.Value;
        foreach (var name in spec.HiddenEnvironment)
            start.Environment.Remove(name);
        foreach (var (name, value) in spec.Environment)
            start.Environment[name] = value;
        return start;
    }

    private void Forward(string? line, bool isError, Action<string, bool> output)
    {
        if (line is not null)
            output(line, isError);
        else if (Interlocked.Decrement(ref openStreams) == 0)
            outputEnded.TrySetResult();
    }

    private async Task CompleteAsync()
    {
        var code = process.ExitCode;
        // Whatever the process left behind would keep its ports and files from the next one.
        Native.SignalGroup(Id, Signal.Kill);
        await Task.WhenAny(outputEnded.Task, Task.Delay(OutputGrace));
        exited.TrySetResult(code);
    }

    private static void Add(ProcessStartInfo start, params ReadOnlySpan<string> arguments)
    {
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
    }
}
