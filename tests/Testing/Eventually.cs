using System.Diagnostics;

namespace Regio.Testing;

/// <summary>Waits for what comes about by itself, by looking again and again; says what it waited for when it does not.</summary>
public static class Eventually
{
    private static readonly TimeSpan Usual = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(20);

    public static Task Holds(string reason, Func<Task<bool>> probe) => Holds(reason, probe, Usual);

    public static async Task Holds(string reason, Func<Task<bool>> probe, TimeSpan timeout) =>
        await Is(reason, expected: true, probe, timeout);

    public static Task Is<T>(string reason, T expected, Func<Task<T>> probe) => Is(reason, expected, probe, Usual);

    public static async Task Is<T>(string reason, T expected, Func<Task<T>> probe, TimeSpan timeout)
    {
        var watch = Stopwatch.StartNew();
        while (true)
        {
            var seen = await probe();
            if (EqualityComparer<T>.Default.Equals(seen, expected))
                return;
            if (watch.Elapsed > timeout)
                throw new TimeoutException($"Waited {timeout} until {reason}: expected {expected}, last seen {seen}.");
            await Task.Delay(Interval);
        }
    }
}
