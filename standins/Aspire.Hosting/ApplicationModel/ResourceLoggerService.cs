using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Aspire.Hosting.Running;
using Microsoft.Extensions.Logging;

namespace Aspire.Hosting.ApplicationModel;

public readonly record struct LogLine(int LineNumber, string Content, bool IsErrorMessage);

internal sealed class ResourceLine(string resourceName, LogLine line) : EventArgs
{
    public string ResourceName { get; } = resourceName;

    public LogLine Line { get; } = line;
}

/// <summary>What every instance of a resource says, bounded: the oldest lines go first.</summary>
public class ResourceLoggerService : IDisposable
{
    private readonly ConcurrentDictionary<string, ResourceLog> logs = new(StringComparer.OrdinalIgnoreCase);

    internal event EventHandler<ResourceLine>? LineWritten;

    public ILogger GetLogger(IResource resource) => new ResourceLogger(this, IdsOf(resource));

    public ILogger GetLogger(string resourceName) => new ResourceLogger(this, [resourceName]);

    /// <summary>The lines that are kept and all that follow, until the resource is completed.</summary>
    public IAsyncEnumerable<IReadOnlyList<LogLine>> WatchAsync(IResource resource) =>
        IdsOf(resource) is [var only] ? WatchAsync(only) : MergeAsync(IdsOf(resource));

    public IAsyncEnumerable<IReadOnlyList<LogLine>> WatchAsync(string resourceName) => Log(resourceName).WatchAsync();

    /// <summary>The lines that are kept, and no more.</summary>
    public async IAsyncEnumerable<IReadOnlyList<LogLine>> GetAllAsync(IResource resource)
    {
        foreach (var id in IdsOf(resource))
        {
            await foreach (var lines in GetAllAsync(id))
                yield return lines;
        }
    }

    public async IAsyncEnumerable<IReadOnlyList<LogLine>> GetAllAsync(string resourceName)
    {
        await Task.CompletedTask;
        if (Backlog(resourceName) is { Count: > 0 } lines)
            yield return lines;
    }

    public void Complete(IResource resource)
    {
        foreach (var id in IdsOf(resource))
            Complete(id);
    }

    public void Complete(string name) => Log(name).Complete();

    public void ClearBacklog(string resourceName) => Log(resourceName).ClearBacklog();

    public void Dispose()
    {
        foreach (var log in logs.Values)
            log.Complete();
        GC.SuppressFinalize(this);
    }

    internal IReadOnlyList<LogLine> Backlog(string resourceName) => Log(resourceName).Backlog();

    internal IAsyncEnumerable<IReadOnlyList<LogLine>> WatchAsync(string resourceName, CancellationToken cancellationToken) =>
        Log(resourceName).WatchAsync(cancellationToken);

    internal void Write(string resourceName, string content, bool isError)
    {
        var line = Log(resourceName).Add(content, isError);
        LineWritten?.Invoke(this, new ResourceLine(resourceName, line));
    }

    private static IReadOnlyList<string> IdsOf(IResource resource) => [.. ResourceInstance.Of(resource).Select(i => i.Id)];

    private ResourceLog Log(string resourceName) => logs.GetOrAdd(resourceName, _ => new ResourceLog());

    private async IAsyncEnumerable<IReadOnlyList<LogLine>> MergeAsync(
        IReadOnlyList<string> ids, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var merged = Channel.CreateBounded<IReadOnlyList<LogLine>>(ids.Count);
        var copies = Task.WhenAll(ids.Select(id => CopyAsync(id, merged.Writer, ending.Token)));
        _ = copies.ContinueWith(_ => merged.Writer.TryComplete(), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        try
        {
            await foreach (var lines in merged.Reader.ReadAllAsync(cancellationToken))
                yield return lines;
        }
        finally
        {
            await ending.CancelAsync();
        }
    }

    private async Task CopyAsync(string id, ChannelWriter<IReadOnlyList<LogLine>> target, CancellationToken cancellationToken)
    {
        await foreach (var lines in WatchAsync(id, cancellationToken))
            await target.WriteAsync(lines, cancellationToken);
    }

    private sealed class ResourceLogger(ResourceLoggerService service, IReadOnlyList<string> ids) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel != LogLevel.None;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            var text = formatter(state, exception);
            foreach (var id in ids)
                service.Write(id, exception is null ? text : $"{text} {exception.Message}", logLevel >= LogLevel.Error);
        }
    }
}
