namespace Regio.Cli.Demo;

/// <summary>Asks again until what an event brings about is there.</summary>
internal static class Patience
{
    private static readonly TimeSpan s_most = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan s_interval = TimeSpan.FromMilliseconds(50);

    /// <summary>The first answer that satisfies.</summary>
    /// <param name="time">Measures the wait.</param>
    /// <param name="what">What is waited for, as the end of "within 30 s it was not so that".</param>
    /// <param name="ask">Asks once.</param>
    /// <param name="satisfies">Whether this is the answer.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public static async Task<T> UntilAsync<T>(
        TimeProvider time, string what, Func<Task<T>> ask, Func<T, bool> satisfies, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        while (true)
        {
            var answer = await ask();
            if (satisfies(answer))
                return answer;
            if (time.GetElapsedTime(started) > s_most)
                throw new CommandFailedException($"within {s_most.TotalSeconds:F0} s it was not so that {what}; is the bus healthy?");
            await Task.Delay(s_interval, time, cancellationToken);
        }
    }
}
