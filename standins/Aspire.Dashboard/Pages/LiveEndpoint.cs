using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Aspire.Dashboard.Telemetry;

namespace Aspire.Dashboard.Pages;

/// <summary>Tells a page that what it is about has changed since it was drawn; the page then asks for itself again.</summary>
internal static class LiveEndpoint
{
    private static readonly TimeSpan AtMostEvery = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan AtLeastEvery = TimeSpan.FromSeconds(20);

    public static void MapLive(this IEndpointRouteBuilder pages) =>
        pages.MapGet("/live", (Changes changes, TimeProvider time, IHostApplicationLifetime lifetime, string? topics, string? seen, CancellationToken ct) =>
        {
            var wanted = Parse(topics);
            return TypedResults.ServerSentEvents(TellAsync(changes, wanted, Query.Long(seen) ?? wanted.Sum(changes.Version), time, lifetime, ct));
        });

    /// <summary>The topics named in a text, separated by spaces.</summary>
    public static IReadOnlyCollection<Topic> Parse(string? topics) =>
        [.. Enum.GetValues<Topic>().Where(topic => (topics ?? "").Split(' ').Contains(topic.ToString(), StringComparer.OrdinalIgnoreCase))];

    private static async IAsyncEnumerable<SseItem<string>> TellAsync(
        Changes changes, IReadOnlyCollection<Topic> topics, long seen, TimeProvider time, IHostApplicationLifetime lifetime, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, lifetime.ApplicationStopping);
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
