using System.Collections.Concurrent;

namespace Regio.Benchmarks.Servers;

/// <summary>
/// A thread that lives as long as the process. A child that is to die with its parent is bound to the thread
/// that started it, and threads of the pool come and go.
/// </summary>
internal static class LastingThread
{
    private static readonly BlockingCollection<Action> s_work = Begin();

    public static T Start<T>(Func<T> start)
    {
        using var done = new ManualResetEventSlim();
        var result = default(T);
        s_work.Add(() =>
        {
            result = start();
            done.Set();
        });
        done.Wait();
        return result!;
    }

    private static BlockingCollection<Action> Begin()
    {
        var work = new BlockingCollection<Action>();
        new Thread(() =>
        {
            foreach (var action in work.GetConsumingEnumerable())
                action();
        })
        { IsBackground = true, Name = "starts child processes" }.Start();
        return work;
    }
}
