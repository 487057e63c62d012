using Microsoft.Extensions.Configuration;
using RabbitMQ.Client;

namespace Regio.ServiceDefaults.Messaging;

/// <summary>Where the broker is, from the connection string "bus".</summary>
internal sealed class BrokerAddress(IConfiguration configuration)
{
    public const string Name = "bus";

    public ConnectionFactory Factory { get; } = new()
    {
        Uri = new Uri(configuration.GetConnectionString(Name)
            ?? throw new InvalidOperationException($"ConnectionStrings:{Name} is not set.")),
    };
}
