using System.Collections.Concurrent;

namespace Regio.StandIns.Tests.Grpc.Server;

/// <summary>What the server saw, by the name that a test gave its call.</summary>
internal sealed class Observations
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private readonly ConcurrentDictionary<string, Observation> _calls = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, int> _attempts = new(StringComparer.Ordinal);

    public void Started(string name, DateTime deadline) => Of(name).Start.TrySetResult(deadline);

    public void Cancelled(string name) => Of(name).End.TrySetResult();

    public int CountAttempt(string name) => _attempts.AddOrUpdate(name, 1, (_, attempts) => attempts + 1);

    public Task<DateTime> DeadlineSeenBy(string name) => Of(name).Start.Task.WaitAsync(Patience);

    public Task CancellationSeenBy(string name) => Of(name).End.Task.WaitAsync(Patience);

    private Observation Of(string name) => _calls.GetOrAdd(name, _ => new Observation());

    private sealed class Observation
    {
        public TaskCompletionSource<DateTime> Start { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public TaskCompletionSource End { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}

/// <summary>Tells servers apart.</summary>
internal sealed record ServerName(string Value);
