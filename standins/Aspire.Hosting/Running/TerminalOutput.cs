using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.DependencyInjection;

namespace Aspire.Hosting.Running;

internal sealed class TerminalOutput : IAsyncDisposable
{
    private readonly ResourceLoggerService loggers;

    private TerminalOutput(ResourceLoggerService loggers)
    {
        this.loggers = loggers;
        loggers.LineWritten += Write;
    }

    public static TerminalOutput Attach(IServiceProvider services) => new(services.GetRequiredService<ResourceLoggerService>());

    public ValueTask DisposeAsync()
    {
        loggers.LineWritten -= Write;
        return ValueTask.CompletedTask;
    }

    private static void Write(object? sender, ResourceLine written) => Console.WriteLine($"{written.ResourceName} | {written.Line.Content}");
}
