using MassTransit;
using RabbitMQ.Client;

namespace Regio.ServiceDefaults.Messaging;

/// <summary>
/// What every queue of a consumer looks like. Publisher and consumer both declare it, and the broker refuses a second
/// declaration that differs: a change here needs new queue names.
/// There is no delivery limit: the broker would throw away or move what is over it, while a consumer that fails sets
/// the message aside itself, and one that is killed shall see it again.
/// </summary>
internal static class QueueShape
{
    private static readonly Dictionary<string, object?> Arguments = new(StringComparer.Ordinal) { ["x-queue-type"] = "quorum" };

    public static void Apply(IRabbitMqQueueConfigurator queue)
    {
        queue.Durable = true;
        queue.AutoDelete = false;
        foreach (var (name, value) in Arguments)
            queue.SetQueueArgument(name, value);
    }

    /// <summary>Declares the queue and the way to it exactly as its consumer does: message exchange, queue exchange, queue.</summary>
    public static async Task DeclareAsync(IChannel channel, string messageExchange, string queue, CancellationToken ct)
    {
        await channel.ExchangeDeclareAsync(messageExchange, ExchangeType.Fanout, durable: true, cancellationToken: ct);
        await channel.ExchangeDeclareAsync(queue, ExchangeType.Fanout, durable: true, cancellationToken: ct);
        await channel.QueueDeclareAsync(queue, durable: true, exclusive: false, autoDelete: false, Arguments, cancellationToken: ct);
        await channel.QueueBindAsync(queue, queue, routingKey: "", cancellationToken: ct);
        await channel.ExchangeBindAsync(queue, messageExchange, routingKey: "", cancellationToken: ct);
    }
}
