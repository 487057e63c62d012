using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Microsoft.Extensions.Logging;

namespace Aspire.Hosting.ApplicationModel;

public readonly record struct LogLine(int LineNumber, string Content, bool IsErrorMessage);

internal sealed class ResourceLine(string resourceName, LogLine line) : EventArgs
{
    public string ResourceName { get; } = resourceName;

    public LogLine Line { get; } = line;
}

public class ResourceLoggerService
{
    private const int BacklogLines = 10_000;

    private readonly ConcurrentDictionary<string, ResourceLog> logs = new(StringComparer.OrdinalIgnoreCase);

    internal event EventHandler<ResourceLine>? LineWritten;

    public ILogger GetLogger(IResource resource) => GetLogger(resource.Name);

    public ILogger GetLogger(string resourceName) => new ResourceLogger(this, resourceName);

    public IAsyncEnumerable<IReadOnlyList<LogLine>> WatchAsync(IResource resource) => WatchAsync(resource.Name);

    public IAsyncEnumerable<IReadOnlyList<LogLine>> WatchAsync(string resourceName) => Log(resourceName).WatchAsync();

    public void Complete(IResource resource) => Log(resource.Name).Complete();

    public void Complete(string name) => Log(name).Complete();

    public void ClearBacklog(string resourceName) => Log(resourceName).ClearBacklog();

    internal IReadOnlyList<LogLine> Backlog(string resourceName) => Log(resourceName).Backlog();

    internal void Write(string resourceName, string content, bool isError)
    {
        var line = Log(resourceName).Add(content, isError);
        LineWritten?.Invoke(this, new ResourceLine(resourceName, line));
    }

    private ResourceLog Log(string resourceName) => logs.GetOrAdd(resourceName, _ => new ResourceLog());

    private sealed class ResourceLog
    {
        private readonly Lock gate = new();
        private readonly Queue<LogLine> backlog = new();
        private readonly List<Channel<LogLine>> watchers = [];
        private int lines;
        private bool completed;

        public LogLine Add(string content, bool isError)
        {
            lock (gate)
            {
                var line = new LogLine(++lines, content, isError);
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
            // A watcher that does not read loses the oldest lines rather than growing without bound.
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

    private sealed class ResourceLogger(ResourceLoggerService service, string resourceName) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel != LogLevel.None;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            var text = formatter(state, exception);
            service.Write(resourceName, exception is null ? text : $"{text} {exception.Message}", logLevel >= LogLevel.Error);
        }
    }
}
