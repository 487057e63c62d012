using System.Globalization;
using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting;

public static partial class ResourceBuilderExtensions
{
    public static IResourceBuilder<T> WithEnvironment<T>(this IResourceBuilder<T> builder, string name, string? value)
        where T : IResourceWithEnvironment => builder.Set(name, value ?? "");

    public static IResourceBuilder<T> WithEnvironment<T>(this IResourceBuilder<T> builder, string name, Func<string> callback)
        where T : IResourceWithEnvironment => builder.WithAnnotation(new EnvironmentCallbackAnnotation(name, callback));

    public static IResourceBuilder<T> WithEnvironment<T>(this IResourceBuilder<T> builder, string name, ReferenceExpression value)
        where T : IResourceWithEnvironment => builder.Set(name, value);

    public static IResourceBuilder<T> WithEnvironment<T>(
        this IResourceBuilder<T> builder, string name, in ReferenceExpression.ExpressionInterpolatedStringHandler value)
        where T : IResourceWithEnvironment => builder.Set(name, value.GetExpression());

    public static IResourceBuilder<T> WithEnvironment<T>(this IResourceBuilder<T> builder, string name, EndpointReference endpointReference)
        where T : IResourceWithEnvironment => builder.Set(name, endpointReference);

    public static IResourceBuilder<T> WithEnvironment<T, TValue>(this IResourceBuilder<T> builder, string name, TValue value)
        where T : IResourceWithEnvironment
        where TValue : IValueProvider, IManifestExpressionProvider => builder.Set(name, value);

    public static IResourceBuilder<T> WithEnvironment<T>(this IResourceBuilder<T> builder, string name, IResourceBuilder<ParameterResource> parameter)
        where T : IResourceWithEnvironment => builder.Set(name, parameter.Resource);

    public static IResourceBuilder<T> WithEnvironment<T>(
        this IResourceBuilder<T> builder, string envVarName, IResourceBuilder<IResourceWithConnectionString> resource)
        where T : IResourceWithEnvironment => builder.Set(envVarName, resource.Resource);

    public static IResourceBuilder<T> WithEnvironment<T>(this IResourceBuilder<T> builder, Action<EnvironmentCallbackContext> callback)
        where T : IResourceWithEnvironment => builder.WithAnnotation(new EnvironmentCallbackAnnotation(callback));

    public static IResourceBuilder<T> WithEnvironment<T>(this IResourceBuilder<T> builder, Func<EnvironmentCallbackContext, Task> callback)
        where T : IResourceWithEnvironment => builder.WithAnnotation(new EnvironmentCallbackAnnotation(callback));

    public static IResourceBuilder<TDestination> WithReference<TDestination>(
        this IResourceBuilder<TDestination> builder, IResourceBuilder<IResourceWithConnectionString> source, string? connectionName = null, bool optional = false)
        where TDestination : IResourceWithEnvironment
    {
        var resource = source.Resource;
        var name = resource.ConnectionStringEnvironmentVariable ?? $"ConnectionStrings__{connectionName ?? resource.Name}";
        return builder.Refer(resource).WithEnvironment(async context =>
        {
            var value = await resource.GetConnectionStringAsync(context.CancellationToken);
            if (!string.IsNullOrEmpty(value))
                context.EnvironmentVariables[name] = resource;
            else if (!optional)
                throw new DistributedApplicationException($"The connection string of resource '{resource.Name}' is empty.");
        });
    }

    public static IResourceBuilder<TDestination> WithReference<TDestination>(
        this IResourceBuilder<TDestination> builder, IResourceBuilder<IResourceWithServiceDiscovery> source)
        where TDestination : IResourceWithEnvironment
    {
        return builder.WithReference(source, source.Resource.Name);
    }

    public static IResourceBuilder<TDestination> WithReference<TDestination>(
        this IResourceBuilder<TDestination> builder, IResourceBuilder<IResourceWithServiceDiscovery> source, string name)
        where TDestination : IResourceWithEnvironment
    {
        var resource = source.Resource;
        return builder.Refer(resource).WithEnvironment(context =>
        {
            foreach (var endpoint in resource.Annotations.OfType<EndpointAnnotation>())
                AddDiscovery(context, new EndpointReference(resource, endpoint), name);
        });
    }

    public static IResourceBuilder<TDestination> WithReference<TDestination>(this IResourceBuilder<TDestination> builder, string name, Uri uri)
        where TDestination : IResourceWithEnvironment
    {
        if (!uri.IsAbsoluteUri || uri.AbsolutePath != "/")
            throw new InvalidOperationException($"The address '{uri}' of '{name}' must be absolute and without a path.");
        return builder.WithEnvironment($"services__{name}__default__0", uri.ToString());
    }

    public static IResourceBuilder<TDestination> WithReference<TDestination>(
        this IResourceBuilder<TDestination> builder, EndpointReference endpointReference)
        where TDestination : IResourceWithEnvironment =>
        builder.Refer(endpointReference.Resource).WithEnvironment(context => AddDiscovery(context, endpointReference, endpointReference.Resource.Name));

    private static void AddDiscovery(EnvironmentCallbackContext context, EndpointReference endpoint, string service)
    {
        var prefix = $"services__{service}__{endpoint.EndpointName}__";
        var number = context.EnvironmentVariables.Keys.Count(k => k.StartsWith(prefix, StringComparison.OrdinalIgnoreCase));
        // Nothing stands before the replicas that would share out calls, so the caller gets to know them all.
        for (var replica = 0; replica < endpoint.Resource.GetReplicaCount(); replica++)
            context.EnvironmentVariables[prefix + (number + replica).ToString(CultureInfo.InvariantCulture)] = new ReplicaAddress(endpoint.EndpointAnnotation, replica);
    }

    private sealed class ReplicaAddress(EndpointAnnotation endpoint, int replica) : IValueProvider
    {
        public async ValueTask<string?> GetValueAsync(CancellationToken cancellationToken = default) =>
            (await endpoint.AllocationToAsync(replica, cancellationToken)).UriString;
    }

    private static IResourceBuilder<T> Refer<T>(this IResourceBuilder<T> builder, IResource resource)
        where T : IResource => builder.WithReferenceRelationship(resource);

    private static IResourceBuilder<T> Set<T>(this IResourceBuilder<T> builder, string name, object value)
        where T : IResource
    {
        foreach (var resource in ResourcesIn(value, []).Where(r => !ReferenceEquals(r, builder.Resource)).Distinct())
            builder.WithReferenceRelationship(resource);
        return builder.WithAnnotation(new EnvironmentCallbackAnnotation(context => { context.EnvironmentVariables[name] = value; }));
    }

    private static IEnumerable<IResource> ResourcesIn(object value, HashSet<object> seen)
    {
        if (value is IResource resource)
            return [resource];
        return value is IValueWithReferences references && seen.Add(value) ? references.References.SelectMany(r => ResourcesIn(r, seen)) : [];
    }
}
