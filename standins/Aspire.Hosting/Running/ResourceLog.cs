using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Running;

/// <summary>The lines of one instance: the last of them kept, all of them passed on to whoever watches.</summary>
internal sealed class ResourceLog
{
    public const int BacklogLines = 10_000;
    public const int LongestLine = 64 * 1024;

    private readonly Lock gate = new();
    private readonly Queue<LogLine> backlog = new();
    private readonly List<Channel<LogLine>> watchers = [];
    private int lines;
    private bool completed;

    public LogLine Add(string content, bool isError)
    {
        // Lines are counted, so each has to end somewhere.
        var text = content.Length > LongestLine ? content[..LongestLine] + "…" : content;
        lock (gate)
        {
            var line = new LogLine(++lines, text, isError);
            if (backlog.Count == BacklogLines)
                backlog.Dequeue();
            backlog.Enqueue(line);
            foreach (var watcher in watchers)
                watcher.Writer.TryWrite(line);
            return line;
        }
    }

    public void Complete()
    {
        lock (gate)
        {
            completed = true;
            foreach (var watcher in watchers)
                watcher.Writer.TryComplete();
        }
    }

    public void ClearBacklog()
    {
        lock (gate)
            backlog.Clear();
    }

    public IReadOnlyList<LogLine> Backlog()
    {
        lock (gate)
            return [.. backlog];
    }

    public async IAsyncEnumerable<IReadOnlyList<LogLine>> WatchAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        // A watcher that does not read loses the oldest lines rather than growing without bound; the line numbers show it.
        var channel = Channel.CreateBounded<LogLine>(
            new BoundedChannelOptions(BacklogLines) { FullMode = BoundedChannelFullMode.DropOldest });
        lock (gate)
        {
            foreach (var line in backlog)
                channel.Writer.TryWrite(line);
            if (completed)
                channel.Writer.TryComplete();
            watchers.Add(channel);
        }

        try
        {
            while (await channel.Reader.WaitToReadAsync(cancellationToken))
            {
                var batch = new List<LogLine>();
                while (batch.Count < BacklogLines && channel.Reader.TryRead(out var line))
                    batch.Add(line);
                yield return batch;
            }
        }
        finally
        {
            lock (gate)
                watchers.Remove(channel);
        }
    }
}
