using System.Globalization;
using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Running;

/// <summary>How a process ended, and what it said last on its error stream.</summary>
internal sealed record ProcessEnd(string Id, int Code, bool StopRequested, bool WasReady, string[] Said)
{
    private const int SignalBase = 128;
    private const int LinesInReason = 3;

    public bool IsWanted => StopRequested || Code == 0;

    public ResourceStateSnapshot State => !StopRequested && Code == 0
        ? new ResourceStateSnapshot(KnownResourceStates.Finished, KnownResourceStateStyles.Success)
        : new ResourceStateSnapshot(KnownResourceStates.Exited, IsWanted ? KnownResourceStateStyles.Info : KnownResourceStateStyles.Error);

    public string Explain(TimeSpan? pause)
    {
        var how = Code > SignalBase
            ? string.Create(CultureInfo.InvariantCulture, $"was ended by signal {Code - SignalBase}")
            : string.Create(CultureInfo.InvariantCulture, $"ended with exit code {Code}");
        var next = pause is { } wait ? string.Create(CultureInfo.InvariantCulture, $" It starts again in {wait.TotalSeconds:0} s.") : "";
        return $"Resource '{Id}' {how}." + (LastWords is { Length: > 0 } last ? $" It last said: {last}" : "") + next;
    }

    private string LastWords
    {
        get
        {
            // .NET says first what went wrong and then where, at length.
            var cause = Array.FindLastIndex(Said, line => line.StartsWith("Unhandled exception", StringComparison.Ordinal) || line == "Process terminated.");
            var lines = cause < 0
                ? Said.TakeLast(LinesInReason)
                : Said.Skip(cause).Take(LinesInReason).TakeWhile(l => !l.StartsWith("at ", StringComparison.Ordinal));
            return string.Join(" | ", lines);
        }
    }
}
