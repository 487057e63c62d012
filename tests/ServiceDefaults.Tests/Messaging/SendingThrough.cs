using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using Regio.ServiceDefaults.Messaging;

namespace Regio.ServiceDefaults.Tests.Messaging;

/// <summary>Lets a test do something around each message that the relay really sends.</summary>
internal static class SendingThrough
{
    public static void SendThrough(this IBusRegistrationConfigurator bus, Func<OutgoingMessage, Func<Task>, Task> around) =>
        bus.AddSingleton<IMessageSender>(services => new Around(services.GetRequiredService<BrokerSender>(), around));

    private sealed class Around(BrokerSender sender, Func<OutgoingMessage, Func<Task>, Task> around) : IMessageSender
    {
        public Task SendAsync(OutgoingMessage message, CancellationToken ct) => around(message, () => sender.SendAsync(message, ct));
    }
}
