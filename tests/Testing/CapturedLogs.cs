using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.Extensions.Logging;

namespace Regio.Testing;

/// <summary>A line that a service logged.</summary>
public sealed record CapturedLog(string Category, LogLevel Level, string Text, Exception? Exception, ActivityTraceId? Trace)
{
    /// <summary>The named values of the scopes around the line.</summary>
    public IReadOnlyDictionary<string, object?> Scope { get; init; } = new Dictionary<string, object?>();
}

/// <summary>What a service logs.</summary>
public sealed class CapturedLogs : ILoggerProvider, ISupportExternalScope
{
    private readonly ConcurrentQueue<CapturedLog> _lines = new();
    private IExternalScopeProvider? _scopes;

    public IReadOnlyList<CapturedLog> All => [.. _lines];

    public ILogger CreateLogger(string categoryName) => new Logger(categoryName, _lines, this);

    public void SetScopeProvider(IExternalScopeProvider scopeProvider) => _scopes = scopeProvider;

    public void Dispose()
    {
    }

    private Dictionary<string, object?> Scope()
    {
        var values = new Dictionary<string, object?>(StringComparer.Ordinal);
        _scopes?.ForEachScope(
            static (scope, values) =>
            {
                foreach (var (name, value) in scope as IEnumerable<KeyValuePair<string, object?>> ?? [])
                    values[name] = value;
            },
            values);
        return values;
    }

    private sealed class Logger(string category, ConcurrentQueue<CapturedLog> lines, CapturedLogs owner) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel != LogLevel.None;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines.Enqueue(new CapturedLog(category, logLevel, formatter(state, exception), exception, Activity.Current?.TraceId) { Scope = owner.Scope() });
    }
}
