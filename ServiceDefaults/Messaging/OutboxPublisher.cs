using System.Diagnostics;
using Microsoft.Extensions.Options;

namespace Regio.ServiceDefaults.Messaging;

/// <summary>Sends one stored message, in the trace that it was written in, and waits until the broker has confirmed it.</summary>
internal sealed class OutboxPublisher(MessageWriter writer, IMessageSender sender, IOptions<OutboxOptions> options, TimeProvider time)
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
            await sender.SendAsync(writer.Write(stored, message, activity), timeout.Token);
        }
        catch (Exception exception)
        {
            activity.SetStatus(ActivityStatusCode.Error, exception.GetType().Name);
            throw;
        }
    }
}
