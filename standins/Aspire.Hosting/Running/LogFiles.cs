using System.Text;
using System.Threading.Channels;
using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Running;

/// <summary>Keeps what each resource says in a file, bounded: at its limit a file becomes the one old file.</summary>
internal sealed class LogFiles : IAsyncDisposable
{
    private const long MaximumBytes = 8 * 1024 * 1024;
    private const int MaximumWaitingLines = 50_000;

    private readonly string directory;
    private readonly ResourceLoggerService loggers;
    private readonly Dictionary<string, StreamWriter> writers = new(StringComparer.OrdinalIgnoreCase);
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
            var touched = new HashSet<StreamWriter>();
            while (lines.Reader.TryRead(out var item))
            {
                var writer = WriterFor(item.Resource);
                await writer.WriteLineAsync(item.Line);
                touched.Add(writer);
            }

            foreach (var writer in touched)
                await writer.FlushAsync();
            foreach (var (resource, writer) in writers.Where(w => w.Value.BaseStream.Length > MaximumBytes).ToArray())
                await TurnOverAsync(resource, writer);
        }

        foreach (var writer in writers.Values)
            await writer.DisposeAsync();
    }

    private StreamWriter WriterFor(string resource)
    {
        if (!writers.TryGetValue(resource, out var writer))
        {
            writer = new StreamWriter(PathOf(resource), append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
            writers[resource] = writer;
        }

        return writer;
    }

    private async Task TurnOverAsync(string resource, StreamWriter writer)
    {
        await writer.DisposeAsync();
        writers.Remove(resource);
        File.Move(PathOf(resource), PathOf(resource) + ".1", overwrite: true);
    }

    private string PathOf(string resource) => Path.Combine(directory, resource + ".log");
}
