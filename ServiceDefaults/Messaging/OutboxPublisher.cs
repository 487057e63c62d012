using System.Diagnostics;
using MassTransit;
using Microsoft.Extensions.Options;

namespace Regio.ServiceDefaults.Messaging;

/// <summary>Sends one stored message and waits until the broker has confirmed it.</summary>
internal sealed class OutboxPublisher(IBus bus, ReaderTopology topology, IOptions<OutboxOptions> options, TimeProvider time)
{
    public async Task SendAsync(WaitingMessage stored)
    {
        var message = MessageTypes.Read(stored.MessageType, stored.Body);
        var type = message.GetType();
        using var activity = TraceContext.Start(
            $"send {type.Name}", ActivityKind.Producer, TraceContext.Parse(stored.Traceparent, stored.Tracestate));
        TraceContext.Describe(activity, "send", type.FullName!, stored.MessageId);

        using var timeout = new CancellationTokenSource(options.Value.PublishTimeout, time);
        try
        {
            await topology.DeclareAsync(type, timeout.Token);
            await bus.Publish(message, type, Pipe.Execute<PublishContext>(context => Address(context, stored, type, activity)), timeout.Token);
        }
        catch (Exception exception)
        {
            topology.Forget();
            activity.SetStatus(ActivityStatusCode.Error, exception.GetType().Name);
            throw;
        }
    }

    private void Address(PublishContext context, WaitingMessage stored, Type type, Activity activity)
    {
        context.MessageId = stored.MessageId;
        context.Mandatory = topology.HasReaders(type);
        context.Headers.Set(TraceContext.Traceparent, activity.Id);
        if (!string.IsNullOrEmpty(activity.TraceStateString))
            context.Headers.Set(TraceContext.Tracestate, activity.TraceStateString);
    }
}
