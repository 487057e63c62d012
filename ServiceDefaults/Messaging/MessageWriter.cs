using System.Diagnostics;
using System.Text.Json;
using MassTransit;
using MassTransit.Logging;
using MassTransit.Metadata;
using MassTransit.Serialization;
using RabbitMQ.Client;

namespace Regio.ServiceDefaults.Messaging;

/// <summary>
/// Writes a stored message as the bus of its readers expects it: exchange, envelope, properties and headers are those
/// that MassTransit itself would send.
/// </summary>
internal sealed class MessageWriter(IBus bus, ReaderTopology topology, TimeProvider time)
{
    private static readonly string ContentType = SystemTextJsonMessageSerializer.JsonContentType.ToString();

    /// <exception cref="JsonException">What is stored cannot be read.</exception>
    public OutgoingMessage Write(WaitingMessage stored, object message, Activity activity)
    {
        var type = message.GetType();
        var address = Address(type);
        var headers = Headers(activity);
        var envelope = new JsonMessageEnvelope
        {
            MessageId = stored.MessageId.ToString(),
            ConversationId = stored.MessageId.ToString(),
            SourceAddress = bus.Address.ToString(),
            DestinationAddress = address.ToString(),
            MessageType = MessageTypeCache.GetMessageTypeNames(type),
            Message = message,
            SentTime = time.GetUtcNow().UtcDateTime,
            Headers = headers,
            Host = HostMetadataCache.Host,
        };
        var properties = new BasicProperties
        {
            MessageId = stored.MessageId.ToString(),
            ContentType = ContentType,
            DeliveryMode = DeliveryModes.Persistent,
            Headers = new Dictionary<string, object?>(headers, StringComparer.Ordinal) { [MessageHeaders.ContentType] = ContentType },
        };
        var body = JsonSerializer.SerializeToUtf8Bytes(envelope, SystemTextJsonMessageSerializer.Options);
        return new OutgoingMessage(type, address.Segments[^1], topology.HasReaders(type), properties, body);
    }

    private Uri Address(Type type) => bus.Topology.TryGetPublishAddress(type, out var address)
        ? address
        : throw new JsonException($"{type} cannot be published.");

    // The library asks for the trace under a name of its own, and continues only what somebody records.
    private static Dictionary<string, object?> Headers(Activity activity)
    {
        var headers = new Dictionary<string, object?>(StringComparer.Ordinal) { [TraceContext.Traceparent] = activity.Id };
        if (!string.IsNullOrEmpty(activity.TraceStateString))
            headers[TraceContext.Tracestate] = activity.TraceStateString;
        if (activity.Recorded)
            headers[DiagnosticHeaders.ActivityId] = activity.Id;
        return headers;
    }
}
