using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Grpc.Core;
using Grpc.Net.ClientFactory;
using Microsoft.EntityFrameworkCore;
using Regio.Common.V1;
using Regio.Reporting.Persistence;
using Regio.Reporting.Projection;
using Regio.Reporting.V1;

namespace Regio.Reporting.Rebuild;

/// <summary>
/// Fills the projection again from the histories of the publishers. What a consumer had handled before the locks is in
/// the histories, since a publisher writes an event before it sends it; what comes in after them waits for the end, and
/// then changes nothing where the history had it already.
/// </summary>
internal sealed class RebuildProjection(ReportingDbContext db, GrpcClientFactory clients)
{
    private static readonly TimeSpan LongestStatement = TimeSpan.FromMinutes(10);

    /// <summary>Rebuilds while the progress is read. A caller that reads slowly misses steps and holds nothing up.</summary>
    public async IAsyncEnumerable<RebuildProjectionResponse> RunAsync([EnumeratorCancellation] CancellationToken ct)
    {
        var latest = Channel.CreateBounded<RebuildProjectionResponse>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest });
        var work = RebuildAsync(latest.Writer, ct);
        try
        {
            await foreach (var progress in latest.Reader.ReadAllAsync(ct))
                yield return progress;
        }
        finally
        {
            await work.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task RebuildAsync(ChannelWriter<RebuildProjectionResponse> progress, CancellationToken ct)
    {
        try
        {
            db.Database.SetCommandTimeout(LongestStatement);
            await using var transaction = await db.Database.BeginTransactionAsync(ct);
            await ProjectionTables.TakeAsync(db, ct);
            await ProjectionTables.EmptyAsync(db, ct);
            long all = 0;
            foreach (var publisher in Projector.Publishers)
                all += await ReplayAsync(publisher, progress, ct);
            await transaction.CommitAsync(ct);
            progress.TryWrite(new RebuildProjectionResponse { EventCount = all, Done = true });
            progress.Complete();
        }
        catch (Exception exception)
        {
            // Thrown on to the reader.
            progress.Complete(exception);
        }
    }

    private async Task<long> ReplayAsync(
        IGrouping<string, string> publisher, ChannelWriter<RebuildProjectionResponse> progress, CancellationToken ct)
    {
        long count = 0;
        var client = clients.CreateClient<HistoryService.HistoryServiceClient>(HistoryClients.NameOf(publisher.Key));
        using var call = client.ReadHistory(new ReadHistoryRequest { EventTypes = { publisher } }, cancellationToken: ct);
        await foreach (var page in call.ResponseStream.ReadAllAsync(ct))
        {
            foreach (var past in page.Events)
                await Projector.ApplyAsync(db, past.EventType, past.Body, ct);
            count += page.Events.Count;
            progress.TryWrite(new RebuildProjectionResponse { Publisher = publisher.Key, EventCount = count });
        }

        return count;
    }
}
