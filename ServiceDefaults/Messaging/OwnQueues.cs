using MassTransit;

namespace Regio.ServiceDefaults.Messaging;

/// <summary>The queues that this service reads, and how the bus says it is doing with them.</summary>
internal sealed class OwnQueues(IBusControl bus)
{
    /// <summary>Queue by queue: null when it is read, else what the bus says is wrong.</summary>
    public IReadOnlyDictionary<string, string?> Complaints() => bus.CheckHealth().Endpoints.Values
        .Where(endpoint => !IsTemporary(endpoint.InputAddress))
        .ToDictionary(
            endpoint => endpoint.InputAddress.Segments[^1],
            endpoint => endpoint.Status == BusHealthStatus.Healthy ? null : endpoint.Description ?? endpoint.Status.ToString(),
            StringComparer.Ordinal);

    // The bus has a queue of its own for answers, which nothing here uses.
    private static bool IsTemporary(Uri address) => address.Query.Contains("temporary=true", StringComparison.Ordinal);
}
