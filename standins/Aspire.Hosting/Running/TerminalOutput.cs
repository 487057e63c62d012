using System.Threading.Channels;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Dashboard;
using Aspire.Hosting.Eventing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Spectre.Console;

namespace Aspire.Hosting.Running;

/// <summary>
/// What a person sees of a running app host: the lines of every resource with its name before them, and its state,
/// as a live table below the lines where the terminal can do that and as lines of their own where it cannot.
/// </summary>
internal sealed class TerminalOutput : IAsyncDisposable
{
    private const int MaximumWaitingItems = 20_000;

    private readonly ResourceLoggerService loggers;
    private readonly CancellationTokenSource ending = new();
    private readonly Channel<object> items = Channel.CreateBounded<object>(
        new BoundedChannelOptions(MaximumWaitingItems) { SingleReader = true, FullMode = BoundedChannelFullMode.DropOldest });

    private readonly StateTable table;
    private readonly Task watching;
    private readonly Task writing;

    private TerminalOutput(ResourceLoggerService loggers, ResourceNotificationService notifications, IEnumerable<string> names)
    {
        this.loggers = loggers;
        table = new StateTable(names);
        loggers.LineWritten += OnLine;
        watching = WatchAsync(notifications);
        var isInteractive = !Console.IsOutputRedirected && AnsiConsole.Profile.Capabilities is { Ansi: true, Interactive: true };
        writing = isInteractive ? WriteLiveAsync() : WritePlainAsync();
    }

    public static TerminalOutput Attach(IServiceProvider services)
    {
        var terminal = Create(services);
        var configuration = services.GetRequiredService<IConfiguration>();
        services.GetRequiredService<IDistributedApplicationEventing>().Subscribe<ResourceReadyEvent>((ready, _) =>
        {
            if (ready.Resource.Name == DashboardResource.Name)
                terminal.items.Writer.TryWrite($"Login to the dashboard at {DashboardSettings.LoginAddress(configuration)}");
            return Task.CompletedTask;
        });
        return terminal;
    }

    private static TerminalOutput Create(IServiceProvider services) => new(
        services.GetRequiredService<ResourceLoggerService>(),
        services.GetRequiredService<ResourceNotificationService>(),
        services.GetRequiredService<DistributedApplicationModel>().Resources
            .Where(r => r is not ParameterResource && r.Name != DashboardResource.Name).SelectMany(ResourceInstance.Of).Select(i => i.Id));

    public async ValueTask DisposeAsync()
    {
        loggers.LineWritten -= OnLine;
        await ending.CancelAsync();
        await watching;
        items.Writer.TryComplete();
        await writing;
        ending.Dispose();
    }

    private void OnLine(object? sender, ResourceLine line) => items.Writer.TryWrite(line);

    private async Task WatchAsync(ResourceNotificationService notifications)
    {
        try
        {
            await foreach (var update in notifications.WatchAsync(ending.Token))
                items.Writer.TryWrite(update);
        }
        catch (OperationCanceledException)
        {
            // The application is over, and with it the states.
        }
    }

    private async Task WritePlainAsync()
    {
        await foreach (var item in items.Reader.ReadAllAsync())
        {
            if (item is string announcement)
                await Console.Out.WriteLineAsync(announcement);
            else if (item is ResourceLine line)
                await Console.Out.WriteLineAsync($"{table.Label(line.ResourceName)} | {line.Line.Content}");
            else if (item is ResourceEvent update && table.Update(update) is { } change)
                await Console.Out.WriteLineAsync($"{table.Label(update.ResourceId)} = {change}");
        }
    }

    private Task WriteLiveAsync() =>
        AnsiConsole.Live(table.Render()).StartAsync(async live =>
        {
            while (await items.Reader.WaitToReadAsync())
            {
                while (items.Reader.TryRead(out var item))
                    Show(item);
                live.UpdateTarget(table.Render());
            }
        });

    private void Show(object item)
    {
        if (item is string announcement)
            AnsiConsole.MarkupLine($"[bold]{Markup.Escape(announcement)}[/]");
        else if (item is ResourceLine line)
            AnsiConsole.MarkupLine($"[{table.Colour(line.ResourceName)}]{table.Label(line.ResourceName)}[/] {Markup.Escape(line.Line.Content)}");
        else if (item is ResourceEvent update)
            table.Update(update);
    }
}
