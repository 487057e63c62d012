using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Aspire.Dashboard.Telemetry;

namespace Aspire.Dashboard.Pages;

/// <summary>Tells a page that what it is about has changed; the page then asks for itself again.</summary>
internal static class LiveEndpoint
{
    private static readonly TimeSpan AtMostEvery = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan AtLeastEvery = TimeSpan.FromSeconds(20);

    public static void MapLive(this IEndpointRouteBuilder pages) =>
        pages.MapGet("/live", (Changes changes, TimeProvider time, IHostApplicationLifetime lifetime, string? topics, CancellationToken ct) =>
        {
            var wanted = (topics ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .Where(topic => Enum.TryParse<Topic>(topic, ignoreCase: true, out _))
                .Select(topic => Enum.Parse<Topic>(topic, ignoreCase: true)).Where(Enum.IsDefined).Distinct().ToList();
            return TypedResults.ServerSentEvents(TellAsync(changes, wanted, time, lifetime, ct));
        });

    private static async IAsyncEnumerable<SseItem<string>> TellAsync(
        Changes changes, IReadOnlyCollection<Topic> topics, TimeProvider time, IHostApplicationLifetime lifetime, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, lifetime.ApplicationStopping);
        var seen = topics.Sum(changes.Version);
        yield return new SseItem<string>("", "hello");
        while (!ends.IsCancellationRequested)
        {
            var before = seen;
            try
            {
                // A word now and then shows both ends that the other is still there.
                using var patience = new CancellationTokenSource(AtLeastEvery, time);
                using var either = CancellationTokenSource.CreateLinkedTokenSource(ends.Token, patience.Token);
                seen = await changes.WaitAsync(topics, seen, either.Token);
            }
            catch (OperationCanceledException) when (!ends.IsCancellationRequested)
            {
                seen = before;
            }
            catch (OperationCanceledException)
            {
                yield break;
            }

            yield return new SseItem<string>("", seen == before ? "hello" : "changed");
            await Task.Delay(AtMostEvery, time, ends.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
