using System.Net;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Aspire.Dashboard.Configuration;

/// <summary>The doors of the dashboard.</summary>
internal enum Door
{
    /// <summary>Pages, for people.</summary>
    Frontend,

    /// <summary>OTLP over gRPC: HTTP/2 alone, since without TLS a port cannot offer both.</summary>
    OtlpGrpc,

    /// <summary>OTLP over HTTP.</summary>
    OtlpHttp,
}

/// <summary>Opens each door with its protocol, and remembers which one a connection came through.</summary>
internal static class Listeners
{
    public static void Open(KestrelServerOptions kestrel, DashboardOptions options)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = options.Limits.RequestBytes;
        foreach (var url in options.FrontendUrls)
            Listen(kestrel, url, Door.Frontend, url.Scheme == Uri.UriSchemeHttps ? HttpProtocols.Http1AndHttp2 : HttpProtocols.Http1);
        if (options.OtlpGrpcUrl is { } grpc)
            Listen(kestrel, grpc, Door.OtlpGrpc, HttpProtocols.Http2);
        if (options.OtlpHttpUrl is { } http)
            Listen(kestrel, http, Door.OtlpHttp, http.Scheme == Uri.UriSchemeHttps ? HttpProtocols.Http1AndHttp2 : HttpProtocols.Http1);
    }

    /// <summary>The door that a request came through.</summary>
    public static Door DoorOf(HttpContext context) => context.Features.Get<DoorFeature>()!.Door;

    /// <summary>An endpoint that exists behind one door only.</summary>
    public static TBuilder Behind<TBuilder>(this TBuilder builder, Door door)
        where TBuilder : IEndpointConventionBuilder =>
        builder.WithMetadata(new DoorMetadata(door));

    /// <summary>Ends requests for what is behind another door, as if it did not exist.</summary>
    public static void UseDoors(this WebApplication app) => app.Use((context, next) =>
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<DoorMetadata>() is not { } wanted || wanted.Door == DoorOf(context))
            return next(context);
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    });

    private static void Listen(KestrelServerOptions kestrel, Uri url, Door door, HttpProtocols protocols)
    {
        void Configure(ListenOptions listen)
        {
            listen.Protocols = protocols;
            if (url.Scheme == Uri.UriSchemeHttps)
                listen.UseHttps();
            listen.Use(next => connection =>
            {
                connection.Features.Set(new DoorFeature(door));
                return next(connection);
            });
        }

        // A free port cannot be asked for on both loopback addresses at once, which is what "localhost" means.
        if (url.IsLoopback && url.HostNameType == UriHostNameType.Dns && url.Port != 0)
            kestrel.ListenLocalhost(url.Port, Configure);
        else if (url.IsLoopback && url.HostNameType == UriHostNameType.Dns)
            kestrel.Listen(IPAddress.Loopback, url.Port, Configure);
        else if (IPAddress.TryParse(url.DnsSafeHost, out var address))
            kestrel.Listen(address, url.Port, Configure);
        else
            kestrel.ListenAnyIP(url.Port, Configure);
    }

    private sealed record DoorFeature(Door Door);

    private sealed record DoorMetadata(Door Door);
}
