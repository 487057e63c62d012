using System.Reflection;
using Google.Protobuf.Reflection;
using Grpc.AspNetCore.Server;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Regio.ServiceDefaults.Security;

namespace Regio.Testing.Rpcs;

/// <summary>Finds what a service has mapped: an rpc that is added tomorrow is among it.</summary>
public static class MappedRpcs
{
    /// <summary>All rpcs of the running service, health and reflection left out.</summary>
    public static IReadOnlyList<Rpc> Of(IServiceProvider services)
    {
        var policies = services.GetServices<AccessPolicy>().ToDictionary(policy => policy.Name);
        return [.. services.GetServices<EndpointDataSource>()
            .SelectMany(source => source.Endpoints)
            .Select(endpoint => endpoint.Metadata)
            .Where(metadata => metadata.GetMetadata<GrpcMethodMetadata>() is not null && metadata.GetMetadata<PolicyAttribute>() is not null)
            .Select(metadata => new Rpc(
                Describe(metadata.GetRequiredMetadata<GrpcMethodMetadata>()),
                policies[metadata.GetRequiredMetadata<PolicyAttribute>().Name]))
            .DistinctBy(rpc => rpc.Method.FullName)
            .OrderBy(rpc => rpc.Method.FullName, StringComparer.Ordinal)];
    }

    private static MethodDescriptor Describe(GrpcMethodMetadata mapped)
    {
        for (var type = mapped.ServiceType; type is not null; type = type.BaseType)
        {
            if (type.DeclaringType?.GetProperty("Descriptor", BindingFlags.Public | BindingFlags.Static)?.GetValue(null) is Google.Protobuf.Reflection.ServiceDescriptor service)
                return service.FindMethodByName(mapped.Method.Name);
        }

        throw new InvalidOperationException($"{mapped.Method.FullName} has no descriptor.");
    }
}
