namespace Regio.ServiceDefaults.Grpc.Clients;

/// <summary>
/// A server that stops says so on its connections (GOAWAY without error) and closes them. A call that was about to use
/// such a connection is told of a protocol error "NO_ERROR", which the gRPC client takes for INTERNAL and does not try
/// again. It is a connection that is gone, and is told as one: UNAVAILABLE.
/// </summary>
internal sealed class ClosedConnections : DelegatingHandler
{
    private const long NoError = 0;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        try
        {
            return await base.SendAsync(request, cancellationToken);
        }
        catch (HttpRequestException exception) when (exception.InnerException is HttpProtocolException { ErrorCode: NoError })
        {
            throw new HttpRequestException(
                HttpRequestError.ConnectionError, "The server closed the connection.", new IOException("The connection was closed."));
        }
    }
}
