namespace Grpc.Core;

/// <summary>Reads the rich status of a failed call.</summary>
public static class RpcExceptionExtensions
{
    /// <summary>The status that the server sent as a message; null when it sent none.</summary>
    public static Google.Rpc.Status? GetRpcStatus(this RpcException ex)
    {
        ArgumentNullException.ThrowIfNull(ex);
        return ex.Trailers.GetRpcStatus();
    }
}
