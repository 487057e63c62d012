using RabbitMQ.Client;

namespace Regio.ServiceDefaults.Messaging;

/// <summary>A message in the form in which it goes over the wire.</summary>
internal sealed record OutgoingMessage(
    Type Type, string Exchange, bool Mandatory, BasicProperties Properties, ReadOnlyMemory<byte> Body);

/// <summary>Sends a message and returns when the broker has confirmed that it has it.</summary>
internal interface IMessageSender
{
    Task SendAsync(OutgoingMessage message, CancellationToken ct);
}

/// <summary>The broker had no queue for a message that must have one.</summary>
internal sealed class MessageReturnedException(string exchange, Exception inner)
    : Exception($"No queue took the message that went to {exchange}.", inner);
