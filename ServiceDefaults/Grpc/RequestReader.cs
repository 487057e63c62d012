using Google.Protobuf;
using Grpc.Core;

namespace Regio.ServiceDefaults.Grpc;

/// <summary>A message of a stream cannot be read.</summary>
internal sealed class MalformedMessageException(Exception cause) : Exception("A message of the stream is malformed.", cause);

/// <summary>A message of a stream is larger than the service reads.</summary>
internal sealed class OversizedMessageException(Exception cause) : Exception("A message of the stream is too large.", cause);

/// <summary>Tells what is wrong with a message of the caller apart from what the service itself cannot read or is refused.</summary>
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
        catch (RpcException exception) when (exception.StatusCode == StatusCode.ResourceExhausted)
        {
            throw new OversizedMessageException(exception);
        }
        catch (IOException exception)
        {
            // The connection or the stream of the caller broke: nobody waits for an answer, and nothing is wrong here.
            throw new OperationCanceledException("The caller went away.", exception, cancellationToken);
        }
    }
}
