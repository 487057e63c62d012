using System.Net.Sockets;
using System.Text.Json;
using MassTransit;
using RabbitMQ.Client.Events;
using RabbitMQ.Client.Exceptions;

namespace Regio.ServiceDefaults.Messaging;

/// <summary>Tells a broker that is away, which concerns every lane, from a message that it refuses, which concerns one.</summary>
internal static class BrokerFaults
{
    public static bool IsOutage(Exception exception)
    {
        for (var current = exception; current is not null; current = current.InnerException!)
        {
            switch (current)
            {
                case JsonException:
                    return false;
                case OperationCanceledException or ConnectionException or TransportUnavailableException:
                case BrokerUnreachableException or SocketException or IOException or TimeoutException or ObjectDisposedException:
                    return true;
                case OperationInterruptedException interrupted:
                    return !IsRefusal(interrupted.ShutdownReason);
            }
        }

        return false;
    }

    // Access refused, not found, resource locked, precondition failed: the connection is well, the request is not.
    private static bool IsRefusal(ShutdownEventArgs? reason) => reason?.ReplyCode is >= 403 and <= 406;
}
