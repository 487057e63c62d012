using System.Diagnostics;
using MassTransit;

namespace Regio.ServiceDefaults.Messaging;

/// <summary>
/// Puts a message back into the trace that it was written in. The transport starts a root of its own for what it
/// receives from an unsampled trace, so that there is an activity does not mean that it is the right one.
/// </summary>
internal sealed class TraceContextFilter : IFilter<ConsumeContext>
{
    public async Task Send(ConsumeContext context, IPipe<ConsumeContext> next)
    {
        var sender = TraceContext.Parse(
            context.Headers.Get<string>(TraceContext.Traceparent), context.Headers.Get<string>(TraceContext.Tracestate));
        if (sender == default || Activity.Current?.TraceId == sender.TraceId)
        {
            await next.Send(context);
            return;
        }

        var queue = context.ReceiveContext.InputAddress.Segments[^1];
        using var activity = TraceContext.Start($"process {queue}", ActivityKind.Consumer, sender);
        TraceContext.Describe(activity, "process", queue, context.MessageId);
        await next.Send(context);
    }

    public void Probe(ProbeContext context) => context.CreateFilterScope("traceContext");
}
