using System.Diagnostics;
using System.Text.Json;
using MassTransit;
using Microsoft.Extensions.Options;

namespace Regio.ServiceDefaults.Messaging;

/// <summary>Sends one stored message and waits until the broker has confirmed it.</summary>
internal sealed class OutboxPublisher(IBus bus, IEnumerable<KnownReader> readers, IOptions<OutboxOptions> options, TimeProvider time)
{
    private readonly HashSet<Type> _withReaders = [.. readers.Select(reader => reader.MessageType)];

    public async Task SendAsync(WaitingMessage stored)
    {
        var type = MessageTypes.Find(stored.MessageType);
        var message = JsonSerializer.Deserialize(stored.Body, type, MessageTypes.Json)
            ?? throw new JsonException("The body of the message is null.");

        using var activity = TraceContext.Start(
            $"send {type.Name}", ActivityKind.Producer, TraceContext.Parse(stored.Traceparent, stored.Tracestate));
        TraceContext.Describe(activity, "send", type.FullName!, stored.MessageId);

        using var timeout = new CancellationTokenSource(options.Value.PublishTimeout, time);
        try
        {
            await bus.Publish(message, type, Pipe.Execute<PublishContext>(context => Address(context, stored, type, activity)), timeout.Token);
        }
        catch (Exception exception)
        {
            activity.SetStatus(ActivityStatusCode.Error, exception.GetType().Name);
            throw;
        }
    }

    private void Address(PublishContext context, WaitingMessage stored, Type type, Activity activity)
    {
        context.MessageId = stored.MessageId;
        context.Mandatory = _withReaders.Contains(type);
        context.Headers.Set(TraceContext.Traceparent, activity.Id);
        if (!string.IsNullOrEmpty(activity.TraceStateString))
            context.Headers.Set(TraceContext.Tracestate, activity.TraceStateString);
    }
}
