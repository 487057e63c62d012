using Grpc.Core;

namespace Regio.Testing;

/// <summary>Writing to a service that may answer before it has read all.</summary>
public static class StreamWrites
{
    /// <summary>
    /// Writes, until the call has ended. A write that waits for room at that moment may never be told of the end, so the end
    /// is looked at beside it.
    /// </summary>
    /// <param name="stream">The stream of the caller.</param>
    /// <param name="message">What to write.</param>
    /// <param name="end">Ends with the call: its answer, or the next message from the service.</param>
    /// <returns>False when the service has answered already; the status of the call says why.</returns>
    public static async Task<bool> WriteOrEndAsync<T>(this IClientStreamWriter<T> stream, T message, Task end)
    {
        try
        {
            var write = stream.WriteAsync(message);
            await Task.WhenAny(write, end);
            if (!write.IsCompleted)
                return false;
            await write;
            return true;
        }
        catch (Exception refused) when (refused is RpcException or InvalidOperationException)
        {
            return false;
        }
    }

    /// <summary>Sends all messages, or as many as the service wants, and returns its answer.</summary>
    public static async Task<TResponse> SendAsync<TRequest, TResponse>(this AsyncClientStreamingCall<TRequest, TResponse> call, params IEnumerable<TRequest> messages)
    {
        foreach (var message in messages)
            if (!await call.RequestStream.WriteOrEndAsync(message, call.ResponseAsync))
                break;
        await call.RequestStream.CompleteOrEndAsync();
        return await call;
    }

    /// <summary>Sends one message and reads to the end of what the service answers.</summary>
    /// <returns>The number of answers.</returns>
    public static async Task<int> SendAsync<TRequest, TResponse>(this AsyncDuplexStreamingCall<TRequest, TResponse> call, TRequest message, CancellationToken cancellationToken)
    {
        var answers = call.ResponseStream.ReadAllAsync(cancellationToken).CountAsync(cancellationToken).AsTask();
        await call.RequestStream.WriteOrEndAsync(message, answers);
        await call.RequestStream.CompleteOrEndAsync();
        return await answers;
    }

    /// <summary>Says that nothing follows; a call that has ended already says so itself.</summary>
    public static async Task CompleteOrEndAsync<T>(this IClientStreamWriter<T> stream)
    {
        try
        {
            await stream.CompleteAsync();
        }
        catch (Exception refused) when (refused is RpcException or InvalidOperationException)
        {
        }
    }
}
