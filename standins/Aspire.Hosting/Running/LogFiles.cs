using System.Text;
using System.Threading.Channels;
using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Running;

/// <summary>Keeps what each resource says in a file, bounded: at its limit a file becomes the one old file.</summary>
internal sealed class LogFiles : IAsyncDisposable
{
    public const long MaximumBytes = 8 * 1024 * 1024;

    private const int MaximumWaitingLines = 50_000;

    private readonly string directory;
    private readonly ResourceLoggerService loggers;
    private readonly Dictionary<string, LogFile> files = new(StringComparer.OrdinalIgnoreCase);
    private readonly Channel<(string Resource, string Line)> lines = Channel.CreateBounded<(string, string)>(
        new BoundedChannelOptions(MaximumWaitingLines) { SingleReader = true, FullMode = BoundedChannelFullMode.DropOldest });

    private readonly Task writing;

    private LogFiles(string directory, ResourceLoggerService loggers)
    {
        this.directory = directory;
        this.loggers = loggers;
        loggers.LineWritten += Add;
        writing = WriteAsync();
    }

    public static LogFiles? Open(string? directory, ResourceLoggerService loggers) =>
        directory is null ? null : new LogFiles(directory, loggers);

    public async ValueTask DisposeAsync()
    {
        loggers.LineWritten -= Add;
        lines.Writer.TryComplete();
        await writing;
    }

    private void Add(object? sender, ResourceLine written) => lines.Writer.TryWrite((written.ResourceName, written.Line.Content));

    private async Task WriteAsync()
    {
        while (await lines.Reader.WaitToReadAsync())
        {
            var touched = new HashSet<LogFile>();
            while (lines.Reader.TryRead(out var item))
            {
                var file = FileOf(item.Resource);
                touched.Add(file);
                await file.WriteAsync(item.Line);
            }

            foreach (var file in touched)
                await file.FlushAsync();
        }

        foreach (var file in files.Values)
            await file.DisposeAsync();
    }

    private LogFile FileOf(string resource)
    {
        if (!files.TryGetValue(resource, out var file))
            files[resource] = file = new LogFile(Path.Combine(directory, resource + ".log"));
        return file;
    }

    /// <summary>The file of one resource. It is looked at with each line, since one that speaks without pause leaves no other time.</summary>
    private sealed class LogFile(string path) : IAsyncDisposable
    {
        private static readonly UTF8Encoding Plain = new(encoderShouldEmitUTF8Identifier: false);

        private StreamWriter writer = New(path);
        private long written;

        public async Task WriteAsync(string line)
        {
            written += Plain.GetByteCount(line) + Environment.NewLine.Length;
            if (written > MaximumBytes)
            {
                await writer.DisposeAsync();
                File.Move(path, path + ".1", overwrite: true);
                (writer, written) = (New(path), Plain.GetByteCount(line) + Environment.NewLine.Length);
            }

            await writer.WriteLineAsync(line);
        }

        public Task FlushAsync() => writer.FlushAsync();

        public ValueTask DisposeAsync() => writer.DisposeAsync();

        private static StreamWriter New(string path) => new(path, append: false, Plain);
    }
}
