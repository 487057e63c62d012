using Google.Protobuf;

namespace Grpc.Core;

/// <summary>The rich status among the trailers of a call.</summary>
public static class MetadataExtensions
{
    /// <summary>The trailer that carries the status as a message.</summary>
    public const string StatusDetailsTrailerName = "grpc-status-details-bin";

    /// <summary>The status among the trailers; null when there is none or, unless asked otherwise, when it is malformed.</summary>
    public static Google.Rpc.Status? GetRpcStatus(this Metadata metadata, bool ignoreParseError = false)
    {
        ArgumentNullException.ThrowIfNull(metadata);
        var bytes = metadata.GetValueBytes(StatusDetailsTrailerName);
        if (bytes is null)
            return null;
        try
        {
            return Google.Rpc.Status.Parser.ParseFrom(bytes);
        }
        catch (InvalidProtocolBufferException) when (ignoreParseError)
        {
            return null;
        }
    }

    /// <summary>Puts the status among the trailers, in the place of an earlier one.</summary>
    public static void SetRpcStatus(this Metadata metadata, Google.Rpc.Status status)
    {
        ArgumentNullException.ThrowIfNull(metadata);
        ArgumentNullException.ThrowIfNull(status);
        while (metadata.Get(StatusDetailsTrailerName) is { } earlier)
            metadata.Remove(earlier);
        metadata.Add(StatusDetailsTrailerName, status.ToByteArray());
    }
}
