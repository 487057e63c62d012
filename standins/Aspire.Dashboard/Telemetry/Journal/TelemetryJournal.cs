using System.Threading.Channels;
using Aspire.Dashboard.Configuration;

namespace Aspire.Dashboard.Telemetry.Journal;

/// <summary>The kinds of telemetry, each kept in files of its own so that a flood of one does not push out the others.</summary>
internal enum Signal
{
    Traces,
    Logs,
    Metrics,
}

/// <summary>
/// Keeps what came in on disk, so that it is there after a restart of the dashboard.
/// Taking telemetry in never waits for the disk: what it cannot keep up with is counted as unwritten.
/// </summary>
internal sealed class TelemetryJournal(DashboardOptions options, Drops drops, ILogger<TelemetryJournal> logger) : BackgroundService
{
    private const int Waiting = 256;
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private readonly Channel<(Signal Signal, byte[] Batch)> _queue =
        Channel.CreateBounded<(Signal, byte[])>(new BoundedChannelOptions(Waiting) { SingleReader = true });

    private readonly Dictionary<Signal, SegmentLog> _logs = [];
    private FileStream? _claim;

    /// <summary>Why nothing is kept; null when it is.</summary>
    public string? Fault { get; private set; } = options.StateFolder is null ? "switched off by Dashboard:KeepTelemetry" : null;

    /// <summary>Opens the files and hands over what earlier runs kept; a folder that cannot be used is told, not fatal.</summary>
    public void Restore(Action<Signal, byte[]> take)
    {
        if (options.StateFolder is not { } folder)
            return;
        try
        {
            Open(folder);
            foreach (var (signal, log) in _logs)
                drops.Add(Drop.DamagedFiles, log.Read(2L * options.Limits.RequestBytes, batch => take(signal, batch)));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            Stop(fault);
        }
    }

    public void Keep(Signal signal, byte[] batch)
    {
        if (Fault is null && !_queue.Writer.TryWrite((signal, batch)))
            drops.Add(Drop.Unwritten, 1);
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        _queue.Writer.TryComplete();
        if (ExecuteTask is { } writing)
            await writing.WaitAsync(cancellationToken);
        await base.StopAsync(cancellationToken);
    }

    public override void Dispose()
    {
        foreach (var log in _logs.Values)
            log.Dispose();
        _claim?.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Ends when the queue is completed and empty, so that a clean stop loses nothing.
        while (await _queue.Reader.WaitToReadAsync(CancellationToken.None))
        {
            while (_queue.Reader.TryRead(out var next))
                Write(next.Signal, next.Batch);
            Flush();
        }
    }

    private void Open(string folder)
    {
        Directory.CreateDirectory(folder, OwnerOnly);
        _claim = new FileStream(Path.Combine(folder, "claim"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        foreach (var (signal, name) in new[] { (Signal.Traces, "traces"), (Signal.Logs, "logs"), (Signal.Metrics, "metrics") })
            _logs[signal] = new SegmentLog(folder, name, options.Limits.FileBytesPerSignal);
    }

    private void Write(Signal signal, byte[] batch)
    {
        if (Fault is not null)
        {
            drops.Add(Drop.Unwritten, 1);
            return;
        }

        try
        {
            _logs[signal].Append(batch);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            drops.Add(Drop.Unwritten, 1);
            Stop(fault);
        }
    }

    private void Flush()
    {
        try
        {
            foreach (var log in _logs.Values)
                log.Flush();
        }
        catch (IOException fault)
        {
            Stop(fault);
        }
    }

    private void Stop(Exception fault)
    {
        Fault = fault.Message;
        logger.LogWarning("Telemetry is not kept for the next run: {Reason}", fault.Message);
    }
}
