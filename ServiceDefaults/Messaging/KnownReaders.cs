using MassTransit;
using Microsoft.Extensions.DependencyInjection;

namespace Regio.ServiceDefaults.Messaging;

/// <summary>A queue that must have a message, whether or not its service has ever run.</summary>
internal sealed record KnownReader(Type MessageType, string Queue);

/// <summary>Names who reads what, on the side of the publisher.</summary>
public static class KnownReaders
{
    /// <summary>
    /// Names a queue that reads this event. The publisher declares that queue before it sends the first one, and sends
    /// mandatory: without a queue a broker confirms a message and throws it away.
    /// </summary>
    /// <param name="bus">The registration of the publisher.</param>
    /// <param name="queue">The queue of the reading consumer, such as reporting-on-cost-allocated.</param>
    public static IBusRegistrationConfigurator AddKnownReader<TMessage>(this IBusRegistrationConfigurator bus, string queue)
        where TMessage : class
    {
        bus.AddSingleton(new KnownReader(typeof(TMessage), queue));
        return bus;
    }

    /// <summary>Names the queues of all messages that are read; those that this service does not publish are of no account.</summary>
    public static void AddKnownReaders(this IBusRegistrationConfigurator bus, IEnumerable<(Type Message, string Queue)> readers)
    {
        foreach (var (message, queue) in readers)
            bus.AddSingleton(new KnownReader(message, queue));
    }
}
