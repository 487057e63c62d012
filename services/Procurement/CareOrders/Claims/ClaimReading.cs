using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Regio.CareMessages.Model;
using Regio.CareMessages.Reading;

namespace Regio.Procurement.CareOrders.Claims;

/// <summary>
/// Reads the clients of a claim that is right by itself, some at a time. The reader of messages is synchronous and has a thread of its own;
/// it asks for the next piece of the file and hands over clients, so that the database is asked by one side only.
/// </summary>
internal sealed class ClaimReading(StoredCareFiles files)
{
    private const int ClientsAtOnce = 250;

    public async IAsyncEnumerable<IReadOnlyList<DeclaratieClient>> ClientsAsync(Guid file, ReadLimits limits, [EnumeratorCancellation] CancellationToken ct)
    {
        // A null asks for a piece.
        var asks = Channel.CreateUnbounded<IReadOnlyList<DeclaratieClient>?>();
        var pieces = Channel.CreateBounded<byte[]?>(1);
        var reading = Task.Factory.StartNew(() => Read(asks.Writer, pieces.Reader, limits), ct, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        try
        {
            var number = 0;
            await foreach (var ask in asks.Reader.ReadAllAsync(ct))
            {
                if (ask is not null)
                    yield return ask;
                else
                    await pieces.Writer.WriteAsync(await files.PieceAsync(file, number++, ct), ct);
            }
        }
        finally
        {
            pieces.Writer.TryComplete();
        }

        await reading;
    }

    private static void Read(ChannelWriter<IReadOnlyList<DeclaratieClient>?> asks, ChannelReader<byte[]?> pieces, ReadLimits limits)
    {
        Exception? fault = null;
        try
        {
            var batches = new Batches(asks);
            using var content = new PieceStream(_ =>
            {
                asks.TryWrite(null);
                // Whoever stops asking for clients completes the channel: the file then ends here.
                return pieces.WaitToReadAsync().AsTask().GetAwaiter().GetResult() && pieces.TryRead(out var piece) ? piece : null;
            });
            MessageReader.Read(content, batches, limits);
            batches.HandOver();
        }
        catch (Exception exception)
        {
            fault = exception;
        }

        asks.Complete(fault);
    }

    private sealed class Batches(ChannelWriter<IReadOnlyList<DeclaratieClient>?> asks) : IMessageObserver
    {
        private List<DeclaratieClient> _clients = [];

        public void Completed(MessagePart part)
        {
        }

        public bool Takes(MessagePart part)
        {
            if (part is not DeclaratieClient client)
                return false;
            _clients.Add(client);
            if (_clients.Count == ClientsAtOnce)
                HandOver();
            return true;
        }

        public void HandOver()
        {
            if (_clients.Count > 0)
                asks.TryWrite(_clients);
            _clients = [];
        }
    }
}
