using Grpc.AspNetCore.Server;
using Microsoft.AspNetCore.Routing;
using Regio.ServiceDefaults.Security;

namespace Regio.ServiceDefaults.Hosting;

/// <summary>What the service has mapped, for those who ask once it is about to start.</summary>
internal sealed class MappedEndpoints
{
    private ICollection<EndpointDataSource> _sources = [];

    /// <summary>Keeps the collection itself, so that what is mapped later is seen too.</summary>
    public void Follow(IEndpointRouteBuilder routes) => _sources = routes.DataSources;

    public IEnumerable<(GrpcMethodMetadata Method, PolicyAttribute? Policy)> GrpcMethods() =>
        from endpoint in _sources.SelectMany(source => source.Endpoints)
        let method = endpoint.Metadata.GetMetadata<GrpcMethodMetadata>()
        where method is not null
        select (method, endpoint.Metadata.GetMetadata<PolicyAttribute>());
}
