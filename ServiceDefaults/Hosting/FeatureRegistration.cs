using System.Reflection;
using Grpc.Core;
using MassTransit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Regio.ServiceDefaults.Messaging;

namespace Regio.ServiceDefaults.Hosting;

/// <summary>Finds what a service is made of in its assembly: a feature is registered by being there.</summary>
public static class FeatureRegistration
{
    /// <summary>
    /// Registers the features of an assembly, which are the classes with a method <c>RunAsync</c>, and what they, the gRPC
    /// classes, the consumers and all that is registered ask for in their constructors, and what that asks for in turn, as far
    /// as it is of the same assembly: one of each for a call or a message. What the module has registered itself stays as it
    /// is, so this comes last.
    /// </summary>
    public static IServiceCollection AddFeaturesFrom(this IServiceCollection services, Assembly assembly)
    {
        var registered = services.Select(service => service.ServiceType).ToHashSet();
        var made = services.Where(service => !service.IsKeyedService).Select(service => service.ImplementationType).OfType<Type>();
        var features = FeaturesOf(assembly).Where(registered.Add).ToList();
        features.ForEach(feature => services.AddScoped(feature));
        var asking = new Queue<Type>([.. features, .. GrpcServicesOf(assembly), .. ConsumersOf(assembly), .. made.Where(type => IsOwn(type, assembly))]);
        while (asking.TryDequeue(out var type))
        {
            foreach (var asked in AskedBy(type).Where(asked => IsOwn(asked, assembly) && registered.Add(asked)))
            {
                services.AddScoped(asked);
                asking.Enqueue(asked);
            }
        }

        return services;
    }

    /// <summary>Maps every gRPC class of an assembly.</summary>
    public static void MapGrpcServicesFrom(this IEndpointRouteBuilder app, Assembly assembly)
    {
        var map = typeof(FeatureRegistration).GetMethod(nameof(Map), BindingFlags.Static | BindingFlags.NonPublic)!;
        foreach (var service in GrpcServicesOf(assembly))
            map.MakeGenericMethod(service).Invoke(obj: null, [app]);
    }

    /// <summary>
    /// Adds every consumer of an assembly, each with the definition of its own when there is one and else as all consumers of
    /// the suite are.
    /// </summary>
    public static void AddConsumersFrom(this IBusRegistrationConfigurator bus, Assembly assembly)
    {
        var concrete = assembly.GetTypes().Where(type => type is { IsClass: true, IsAbstract: false }).ToList();
        foreach (var consumer in ConsumersOf(assembly))
        {
            var usual = typeof(ServiceConsumerDefinition<>).MakeGenericType(consumer);
            bus.AddConsumer(consumer, concrete.Find(type => type.IsSubclassOf(usual)) ?? usual);
        }
    }

    // One method by one name: the library has several overloads.
    private static void Map<TService>(IEndpointRouteBuilder app)
        where TService : class => app.MapGrpcService<TService>();

    private static IEnumerable<Type> FeaturesOf(Assembly assembly) => assembly.GetTypes()
        .Where(type => IsOwn(type, assembly) && type.GetMember("RunAsync", MemberTypes.Method, BindingFlags.Public | BindingFlags.Instance) is not [])
        .OrderBy(type => type.Name, StringComparer.Ordinal);

    private static IEnumerable<Type> GrpcServicesOf(Assembly assembly) => assembly.GetTypes()
        .Where(type => !type.IsAbstract && type.BaseType?.GetCustomAttribute<BindServiceMethodAttribute>() is not null)
        .OrderBy(type => type.Name, StringComparer.Ordinal);

    private static IEnumerable<Type> ConsumersOf(Assembly assembly) => assembly.GetTypes()
        .Where(type => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(IConsumer)))
        .OrderBy(type => type.Name, StringComparer.Ordinal);

    private static IEnumerable<Type> AskedBy(Type type) =>
        type.GetConstructors().SelectMany(constructor => constructor.GetParameters()).Select(parameter => parameter.ParameterType);

    private static bool IsOwn(Type type, Assembly assembly) =>
        type is { IsClass: true, IsAbstract: false, IsGenericTypeDefinition: false } && type.Assembly == assembly;
}
