using System.CommandLine;
using System.Globalization;

namespace Regio.Cli.Suite;

/// <summary>Follows a start: a line for each change of a resource, until all are healthy or one has failed.</summary>
internal static class WaitCommand
{
    private static readonly TimeSpan s_interval = TimeSpan.FromMilliseconds(200);

    /// <summary>The list of resources grows while the app host starts, so health counts only when it has stood still.</summary>
    private static readonly TimeSpan s_settled = TimeSpan.FromMilliseconds(600);

    /// <summary>A process that ended may be about to be started again, so an end counts only when it has lasted.</summary>
    private static readonly TimeSpan s_lastingFailure = TimeSpan.FromSeconds(3);

    public static Command Create(TimeProvider time)
    {
        var host = new Option<int>("--host") { Description = "Process id of the app host.", Required = true };
        var timeout = new Option<int>("--timeout") { Description = "Seconds.", DefaultValueFactory = _ => 120 };
        return new Command("wait", "Waits until every resource is healthy.") { host, timeout }
            .Does(async (line, cancellation) =>
            {
                await FollowAsync(line.GetValue(host), TimeSpan.FromSeconds(line.GetValue(timeout)), time, cancellation);
                return 0;
            });
    }

    private static async Task FollowAsync(int host, TimeSpan timeout, TimeProvider time, CancellationToken cancellationToken)
    {
        var state = StateFolder.Find();
        var started = time.GetTimestamp();
        var changed = started;
        var shown = new Dictionary<string, string>(StringComparer.Ordinal);
        while (true)
        {
            var resources = await state.ReadResourcesAsync(cancellationToken);
            if (shown.Count == 0 && resources.Count > 0 && resources.All(resource => resource.IsHealthy))
                return;
            foreach (var resource in resources)
            {
                if (shown.GetValueOrDefault(resource.Name) == resource.Condition)
                    continue;
                shown[resource.Name] = resource.Condition;
                changed = time.GetTimestamp();
                Show(resource, time.GetElapsedTime(started));
            }

            if (resources.FirstOrDefault(resource => resource.HasFailed) is { } failed && time.GetElapsedTime(changed) >= s_lastingFailure)
                throw new CommandFailedException($"{failed.Name} has failed ({failed.Condition}). {failed.Reason}".TrimEnd());
            if (resources.Count > 0 && resources.All(resource => resource.IsHealthy)
                && time.GetElapsedTime(changed) >= s_settled)
            {
                ShowPages(resources);
                return;
            }

            if (!Directory.Exists(string.Create(CultureInfo.InvariantCulture, $"/proc/{host}")))
                throw new CommandFailedException("the app host has ended.");
            if (time.GetElapsedTime(started) > timeout)
                throw new CommandFailedException(TooLong(resources, timeout));
            await Task.Delay(s_interval, time, cancellationToken);
        }
    }

    private static void Show(Resource resource, TimeSpan elapsed)
    {
        var text = string.Create(
            CultureInfo.InvariantCulture,
            $"  {elapsed.TotalSeconds,5:F1} s  {resource.Name,-18} {resource.Condition,-20} {(resource.IsHealthy ? resource.Addresses : "")}");
        Console.WriteLine(text.TrimEnd());
    }

    private static void ShowPages(IReadOnlyList<Resource> resources)
    {
        if (resources.FirstOrDefault(resource => resource.Name == "reporting") is { } reporting)
            Console.WriteLine($"The monitor: {new Uri(reporting.Address(Endpoint.Http), "monitor")}");
    }

    private static string TooLong(IReadOnlyList<Resource> resources, TimeSpan timeout)
    {
        var waiting = resources.Where(resource => !resource.IsHealthy).Select(resource => $"{resource.Name} ({resource.Condition})");
        return string.Create(
            CultureInfo.InvariantCulture,
            $"not healthy within {timeout.TotalSeconds:F0} s: {(resources.Count == 0 ? "the app host has named no resource" : string.Join(", ", waiting))}.");
    }
}
