namespace Aspire.Dashboard.Telemetry;

/// <summary>What a page can be about.</summary>
internal enum Topic
{
    Resources,
    Traces,
    Logs,
    Metrics,
}

/// <summary>Tells whoever waits that something has changed; what it is they read themselves.</summary>
internal sealed class Changes
{
    private readonly long[] _versions = new long[Enum.GetValues<Topic>().Length];
    private TaskCompletionSource _next = NewSource();

    public long Version(Topic topic) => Interlocked.Read(ref _versions[(int)topic]);

    /// <summary>All versions at this moment, for whoever is about to read what they stand for.</summary>
    public SeenVersions See() => new([.. Enum.GetValues<Topic>().Select(Version)]);

    public void Tell(Topic topic)
    {
        Interlocked.Increment(ref _versions[(int)topic]);
        Interlocked.Exchange(ref _next, NewSource()).TrySetResult();
    }

    /// <summary>Waits until one of the topics has another version than the sum seen before; gives the new sum.</summary>
    public async Task<long> WaitAsync(IReadOnlyCollection<Topic> topics, long seen, CancellationToken cancellationToken)
    {
        while (true)
        {
            // Taken before looking, so that a change in between ends the wait.
            var next = Volatile.Read(ref _next).Task;
            var now = topics.Sum(Version);
            if (now != seen)
                return now;
            await next.WaitAsync(cancellationToken);
        }
    }

    private static TaskCompletionSource NewSource() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}

/// <summary>The versions that a page shows, or newer ones: taken before it was drawn.</summary>
internal sealed class SeenVersions(long[] versions)
{
    public long Sum(IEnumerable<Topic> topics) => topics.Sum(topic => versions[(int)topic]);
}
