using System.Runtime.InteropServices;

namespace Grpc.Core;

/// <summary>What every running call offers besides its messages; the callbacks share one state object.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly struct AsyncCallState(
    Func<object, Task<Metadata>> responseHeaders,
    Func<object, Status> getStatus,
    Func<object, Metadata> getTrailers,
    Action<object> dispose,
    object state)
{
    public AsyncCallState(
        Task<Metadata> responseHeaders, Func<Status> getStatus, Func<Metadata> getTrailers, Action dispose)
        : this(
            state => ((Callbacks)state).ResponseHeaders,
            state => ((Callbacks)state).GetStatus(),
            state => ((Callbacks)state).GetTrailers(),
            state => ((Callbacks)state).Dispose(),
            new Callbacks(responseHeaders, getStatus, getTrailers, dispose))
    {
    }

    public Task<Metadata> ResponseHeadersAsync => responseHeaders(state);

    public Status GetStatus() => getStatus(state);

    public Metadata GetTrailers() => getTrailers(state);

    public void Dispose() => dispose(state);

    private sealed record Callbacks(
        Task<Metadata> ResponseHeaders, Func<Status> GetStatus, Func<Metadata> GetTrailers, Action Dispose);
}
