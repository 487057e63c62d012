using Google.Protobuf;
using Grpc.Core;

namespace Regio.ServiceDefaults.Grpc;

/// <summary>A message of a stream cannot be read.</summary>
internal sealed class MalformedMessageException(Exception cause) : Exception("A message of the stream is malformed.", cause);

/// <summary>Tells a malformed message from the caller apart from bytes that the service itself cannot read.</summary>
internal sealed class RequestReader<T>(IAsyncStreamReader<T> inner) : IAsyncStreamReader<T>
{
    public T Current => inner.Current;

    public async Task<bool> MoveNext(CancellationToken cancellationToken)
    {
        try
        {
            return await inner.MoveNext(cancellationToken);
        }
        catch (InvalidProtocolBufferException exception)
        {
            throw new MalformedMessageException(exception);
        }
    }
}
