using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace Regio.ServiceDefaults.Grpc.Watches;

/// <summary>
/// The changes that one caller has not been told yet. An id waits once, however often it changes: who reads slowly
/// misses versions in between, never the last one, and holds no more than there are aggregates.
/// </summary>
public sealed class ChangeWatch : IDisposable
{
    private readonly Action<ChangeWatch> _forget;
    private readonly Channel<string> _ids = Channel.CreateUnbounded<string>(new UnboundedChannelOptions { SingleReader = true });
    private readonly HashSet<string> _waiting = [];

    internal ChangeWatch(string caller, Action<ChangeWatch> forget) => (Caller, _forget) = (caller, forget);

    internal string Caller { get; }

    /// <summary>
    /// The ids of what changed, until the call is cancelled. Ends in UNAVAILABLE when the service stops or the database
    /// is lost: the caller then reads again what it needs, and watches anew.
    /// </summary>
    public async IAsyncEnumerable<string> ReadAsync([EnumeratorCancellation] CancellationToken ct)
    {
        await foreach (var id in _ids.Reader.ReadAllAsync(ct))
        {
            lock (_waiting)
                _waiting.Remove(id);
            yield return id;
        }
    }

    /// <inheritdoc />
    public void Dispose() => _forget(this);

    internal void Offer(string id)
    {
        lock (_waiting)
        {
            if (_waiting.Add(id))
                _ids.Writer.TryWrite(id);
        }
    }

    internal void End(WatchEndedException reason) => _ids.Writer.TryComplete(reason);
}
