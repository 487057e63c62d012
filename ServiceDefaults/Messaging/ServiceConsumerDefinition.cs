using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Regio.ServiceDefaults.Messaging;

/// <summary>
/// How a consumer of Regio is connected: a quorum queue of its own, the trace of the sender, retries and the inbox.
/// A consumer just changes the context of its service; saving and committing follow when it returns.
/// </summary>
/// <typeparam name="TConsumer">The consumer.</typeparam>
public class ServiceConsumerDefinition<TConsumer> : ConsumerDefinition<TConsumer>
    where TConsumer : class, IConsumer
{
    /// <summary>Sets how many messages one process handles at a time.</summary>
    public ServiceConsumerDefinition() => ConcurrentMessageLimit = 8;

    /// <inheritdoc />
    protected override void ConfigureConsumer(
        IReceiveEndpointConfigurator endpointConfigurator,
        IConsumerConfigurator<TConsumer> consumerConfigurator,
        IRegistrationContext context)
    {
        // Twice what is handled at a time: the next ones are at hand, and few wait here that another replica could take.
        endpointConfigurator.PrefetchCount = 16;
        if (endpointConfigurator is IRabbitMqReceiveEndpointConfigurator queue)
            QueueShape.Apply(queue);

        // From the outside in. The inbox comes last, so that each try has a fresh context and transaction.
        endpointConfigurator.UseFilter(new TraceContextFilter());
        endpointConfigurator.UseFilter(new LogScopeFilter(context.GetRequiredService<ILogger<TConsumer>>()));
        endpointConfigurator.UseMessageRetry(retry =>
        {
            retry.Handle<Exception>(ConsumeFaults.IsOutage);
            retry.Intervals(ConsumeFaults.OutagePauses);
        });
        endpointConfigurator.UseMessageRetry(retry =>
        {
            retry.Ignore<Exception>(ConsumeFaults.IsOutage);
            retry.Intervals(ConsumeFaults.ShortPauses);
        });
        endpointConfigurator.UseConsumeFilter(typeof(InboxFilter<>), context);
    }
}
