using System.Collections.Concurrent;
using System.Text;
using System.Text.Json.Nodes;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;

namespace Regio.ServiceDefaults.Tests.Messaging;

/// <summary>A message as it came over the wire.</summary>
internal sealed record Recorded(
    Guid MessageId, string Lane, long Version, string? Traceparent, JsonNode Envelope, string? ContentType, bool Persistent);

/// <summary>Everything that arrived in one queue, in order.</summary>
internal sealed class Recording(IChannel channel) : IAsyncDisposable
{
    private readonly ConcurrentQueue<Recorded> _messages = new();

    public IReadOnlyList<Recorded> Messages => [.. _messages];

    public async Task StartAsync(string queue)
    {
        var consumer = new AsyncEventingBasicConsumer(channel);
        consumer.ReceivedAsync += (_, delivery) =>
        {
            _messages.Enqueue(Parse(delivery));
            return Task.CompletedTask;
        };
        await channel.BasicConsumeAsync(queue, autoAck: true, consumer);
    }

    public async ValueTask DisposeAsync() => await channel.DisposeAsync();

    private static Recorded Parse(BasicDeliverEventArgs delivery)
    {
        var envelope = JsonNode.Parse(delivery.Body.Span)!;
        return new Recorded(
            Guid.Parse(delivery.BasicProperties.MessageId!),
            envelope["message"]!["counterId"]!.GetValue<string>(),
            envelope["message"]!["aggregateVersion"]!.GetValue<long>(),
            delivery.BasicProperties.Headers?.TryGetValue("traceparent", out var value) == true && value is byte[] bytes
                ? Encoding.ASCII.GetString(bytes)
                : null,
            envelope,
            delivery.BasicProperties.ContentType,
            delivery.BasicProperties.Persistent);
    }
}
