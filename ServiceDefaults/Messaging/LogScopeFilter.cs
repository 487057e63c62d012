using System.Diagnostics;
using MassTransit;
using Microsoft.Extensions.Logging;
using Regio.ServiceDefaults.Telemetry;

namespace Regio.ServiceDefaults.Messaging;

/// <summary>Puts the message, its trace and the request that set it in motion on every line logged while it is handled.</summary>
internal sealed class LogScopeFilter(ILogger logger) : IFilter<ConsumeContext>
{
    public async Task Send(ConsumeContext context, IPipe<ConsumeContext> next)
    {
        using var scope = logger.BeginScope(new LogScope(
            KeyValuePair.Create("message_id", (object?)context.MessageId),
            KeyValuePair.Create("queue", (object?)context.ReceiveContext.InputAddress.Segments[^1]),
            KeyValuePair.Create(Correlation.TraceIdKey, (object?)Activity.Current?.TraceId.ToHexString()),
            KeyValuePair.Create(Correlation.RequestIdKey, (object?)Correlation.RequestId(Activity.Current?.TraceStateString))));
        await next.Send(context);
    }

    public void Probe(ProbeContext context) => context.CreateFilterScope("logScope");
}
