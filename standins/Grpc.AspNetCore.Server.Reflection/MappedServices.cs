using System.Reflection;
using Google.Protobuf.Reflection;
using Grpc.Core;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;
using V1 = Grpc.Reflection.V1;
using V1Alpha = Grpc.Reflection.V1Alpha;

namespace Grpc.AspNetCore.Server.Reflection;

/// <summary>Descriptors of the services that have endpoints.</summary>
internal static class MappedServices
{
    public static List<ServiceDescriptor> In(EndpointDataSource endpoints, ILogger logger)
    {
        var types = endpoints.Endpoints
            .Select(endpoint => endpoint.Metadata.GetMetadata<GrpcMethodMetadata>()?.ServiceType)
            .OfType<Type>()
            .Distinct();
        var descriptors = new List<ServiceDescriptor>();
        foreach (var type in types)
        {
            var found = DescriptorsOf(type);
            if (found.Count == 0)
                logger.LogDebug("Service {ServiceType} has no descriptor, so reflection does not show it.", type.FullName);
            descriptors.AddRange(found);
        }

        return descriptors;
    }

    private static List<ServiceDescriptor> DescriptorsOf(Type service)
    {
        if (service == typeof(ReflectionEndpoints))
            return [V1Alpha.ServerReflection.Descriptor, V1.ServerReflection.Descriptor];
        var generated = service.GetCustomAttribute<BindServiceMethodAttribute>(inherit: true)?.BindType;
        var descriptor = generated?.GetProperty("Descriptor", BindingFlags.Public | BindingFlags.Static)?.GetValue(null);
        return descriptor is ServiceDescriptor known ? [known] : [];
    }
}
