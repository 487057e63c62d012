namespace Regio.AppHost;

internal static class ServiceEndpoints
{
    /// <summary>
    /// The two endpoints of every service: gRPC over HTTP/2, and HTTP/1.1 for health, pages and downloads.
    /// Kestrel takes them from its own configuration, the only place where the protocol of an endpoint can be set.
    /// </summary>
    public static IResourceBuilder<ProjectResource> WithServiceEndpoints(this IResourceBuilder<ProjectResource> service, int grpc, int http) =>
        service
            .WithServiceEndpoint("grpc", grpc, "Http2")
            .WithServiceEndpoint("http", http, "Http1")
            .WithEndpointsInEnvironment(_ => false)
            .WithEnvironment("ASPNETCORE_ENVIRONMENT", "Development");

    // Without a proxy in between, the address that callers get is the one where the service listens.
    private static IResourceBuilder<ProjectResource> WithServiceEndpoint(
        this IResourceBuilder<ProjectResource> service, string name, int port, string protocols)
    {
        var configured = service.ApplicationBuilder.Port($"{service.Resource.Name}:{name}", port);
        service.WithHttpEndpoint(port: configured, name: name, isProxied: false);
        var listen = service.GetEndpoint(name).Property(EndpointProperty.TargetPort);
        return service
            .WithEnvironment($"Kestrel__Endpoints__{name}__Url", ReferenceExpression.Create($"http://127.0.0.1:{listen}"))
            .WithEnvironment($"Kestrel__Endpoints__{name}__Protocols", protocols);
    }
}
