using System.Globalization;
using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Running;

internal static class EndpointAllocation
{
    /// <summary>Configuration key by which tests let every endpoint have a free port instead of its fixed one.</summary>
    public const string RandomizePortsKey = "DcpPublisher:RandomizePorts";

    // The address rather than "localhost", which some clients try as ::1 first, where nothing listens.
    private const string Loopback = "127.0.0.1";

    /// <summary>Gives every endpoint its port, or says of all that cannot have theirs who holds them.</summary>
    public static void Allocate(DistributedApplicationModel model, PortAllocator ports, bool randomize)
    {
        var refusals = new List<string>();
        foreach (var resource in model.Resources)
        {
            foreach (var endpoint in resource.Annotations.OfType<EndpointAnnotation>())
            {
                // The first replica has the port of the model; those beside it get free ones.
                try
                {
                    endpoint.Allocate([.. ResourceInstance.Of(resource).Select(i => new AllocatedEndpoint(
                        endpoint, Loopback, i.Index == 0 ? Choose(resource, endpoint, ports, randomize) : ports.TakeFree()))]);
                }
                catch (DistributedApplicationException refused)
                {
                    refusals.Add(refused.Message);
                }
            }
        }

        if (refusals.Count > 0)
            throw new DistributedApplicationException(string.Join(Environment.NewLine, refusals));
    }

    public static DistributedApplicationException Taken(int port, string resourceName, string purpose) =>
        new(string.Create(
            CultureInfo.InvariantCulture,
            $"Port {port}, wanted by resource '{resourceName}' for '{purpose}', is taken by {PortHolder.Describe(port)}. Stop that process or configure another port."));

    private static int Choose(IResource resource, EndpointAnnotation endpoint, PortAllocator ports, bool randomize)
    {
        // A container's target port is the one inside it; only where the process is ours does it say where to listen.
        var wanted = endpoint.Port ?? (resource is ContainerResource ? null : endpoint.TargetPort);
        if (wanted is not { } port || randomize)
            return ports.TakeFree();
        if (ports.TryTake(port))
            return port;
        throw ports.Holds(port)
            ? new DistributedApplicationException(string.Create(CultureInfo.InvariantCulture, $"Port {port}, wanted by resource '{resource.Name}' for '{endpoint.Name}', is wanted by another resource too."))
            : Taken(port, resource.Name, endpoint.Name);
    }
}
