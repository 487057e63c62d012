using System.Globalization;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Running;
using Aspire.Hosting.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Regio.StandIns.Tests.AppHosting;

/// <summary>What resources say is kept in files that do not grow without end.</summary>
public sealed class LogFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("log-files-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_resource_that_speaks_without_pause_fills_two_files_and_the_last_words_are_there()
    {
        await WriteAsync(loggers =>
        {
            for (var number = 1; number <= 40_000; number++)
                loggers.Write("chatty", number.ToString("00000", CultureInfo.InvariantCulture) + new string('x', 1_000), isError: false);
        });

        var files = new DirectoryInfo(_folder).GetFiles();
        Assert.Equal(["chatty.log", "chatty.log.1"], files.Select(file => file.Name).Order(StringComparer.Ordinal));
        Assert.All(files, file => Assert.InRange(file.Length, 1, LogFiles.MaximumBytes));
        Assert.StartsWith("40000x", File.ReadLines(Path.Combine(_folder, "chatty.log")).Last(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_line_without_end_is_cut()
    {
        await WriteAsync(loggers => loggers.Write("endless", new string('x', 10_000_000), isError: false));

        Assert.Equal(ResourceLog.LongestLine + 1, File.ReadLines(Path.Combine(_folder, "endless.log")).Single().Length);
    }

    private async Task WriteAsync(Action<ResourceLoggerService> speak)
    {
        await using var builder = DistributedApplicationTestingBuilder.Create();
        await using var app = await builder.BuildAsync(TestContext.Current.CancellationToken);
        var loggers = app.Services.GetRequiredService<ResourceLoggerService>();
        await using (LogFiles.Open(_folder, loggers)!)
            speak(loggers);
    }
}
