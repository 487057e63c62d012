using Regio.Probe.V1;

namespace Regio.ServiceDefaults.Tests.Probe;

internal static class Hanging
{
    /// <summary>Makes the probe wait until its call is cancelled. The task ends when that has happened.</summary>
    public static Task HangUntilCancelled(this ProbeHost host) => host.HangUntilCancelled(out _);

    public static Task HangUntilCancelled(this ProbeHost host, out Task started)
    {
        var (entered, cancelled) = (new TaskCompletionSource(), new TaskCompletionSource());
        host.Script.Run = async (_, context) =>
        {
            entered.SetResult();
            try
            {
                await Task.Delay(Timeout.Infinite, context.CancellationToken);
            }
            finally
            {
                cancelled.SetResult();
            }

            return new AskResponse();
        };
        started = entered.Task;
        return cancelled.Task;
    }
}
