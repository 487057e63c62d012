using System.Diagnostics;

namespace Regio.Benchmarks.Load;

/// <summary>A fixed number of callers, each of which calls again as soon as it has its answer.</summary>
internal static class ClosedLoop
{
    public static async Task<double> RunAsync(Func<CancellationToken, Task> call, TimeSpan duration, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        var counts = await Task.WhenAll(Enumerable.Range(0, Plan.Concurrency)
            .Select(_ => Task.Run(() => CallAsync(call, started, duration, cancellationToken), cancellationToken)));
        return counts.Sum() / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    /// <summary>Calls a number of times, by as many callers.</summary>
    public static Task CallAsync(Func<CancellationToken, Task> call, int times, CancellationToken cancellationToken) =>
        Parallel.ForEachAsync(
            Enumerable.Range(0, times),
            new ParallelOptions { MaxDegreeOfParallelism = Plan.Concurrency, CancellationToken = cancellationToken },
            async (_, token) => await call(token));

    private static async Task<long> CallAsync(
        Func<CancellationToken, Task> call, long started, TimeSpan duration, CancellationToken cancellationToken)
    {
        long count = 0;
        while (Stopwatch.GetElapsedTime(started) < duration)
        {
            await call(cancellationToken);
            count++;
        }

        return count;
    }
}
