namespace Regio.ServiceDefaults.Hosting;

/// <summary>How the run of this process is going to end: the exit code that whoever supervises it sees.</summary>
internal sealed class RunOutcome
{
    private const int Broken = 70;

    public int ExitCode { get; private set; }

    /// <summary>Makes the process end as failed, so that it is started again.</summary>
    public void Fail() => ExitCode = Broken;
}
