using Grpc.AspNetCore.Server.Reflection;
using Grpc.Reflection;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers the reflection service.</summary>
public static class GrpcReflectionServiceExtensions
{
    public static IServiceCollection AddGrpcReflection(this IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);

        // Made at the first call, when all services are mapped.
        services.TryAddSingleton(provider => new ReflectionServiceImpl(Descriptors(provider)));
        services.TryAddSingleton(provider => new ReflectionV1ServiceImpl(Descriptors(provider)));
        services.TryAddSingleton<ReflectionEndpoints>();
        return services;
    }

    private static List<Google.Protobuf.Reflection.ServiceDescriptor> Descriptors(IServiceProvider provider) =>
        MappedServices.In(
            provider.GetRequiredService<EndpointDataSource>(),
            provider.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(GrpcReflectionServiceExtensions)));
}
