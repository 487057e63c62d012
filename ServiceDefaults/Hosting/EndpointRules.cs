using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Regio.ServiceDefaults.Grpc;

namespace Regio.ServiceDefaults.Hosting;

/// <summary>
/// The endpoints <c>grpc</c> (HTTP/2) and <c>http</c> (HTTP/1.1) are those of Kestrel's own configuration, certificates
/// included; here are the bounds on what clients may take, and the refusal of plain text where calls leave the machine.
/// </summary>
internal static class EndpointRules
{
    public static void AddEndpointRules(this WebApplicationBuilder builder)
    {
        RefusePlaintext(builder.Configuration, builder.Environment);
        builder.Services.AddOptions<KestrelServerOptions>().Configure<IOptions<GrpcLimits>>((kestrel, limits) =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxConcurrentConnections = limits.Value.MaxConnections;
            kestrel.Limits.MaxConcurrentUpgradedConnections = 0;
            kestrel.Limits.MaxRequestHeadersTotalSize = 16 * 1024;
            kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);
            kestrel.Limits.KeepAliveTimeout = TimeSpan.FromMinutes(2);
            kestrel.Limits.Http2.MaxStreamsPerConnection = limits.Value.MaxStreamsPerConnection;
            kestrel.Limits.Http2.MaxRequestHeaderFieldSize = 16 * 1024;
            kestrel.Limits.Http2.KeepAlivePingDelay = TimeSpan.FromSeconds(30);
            kestrel.Limits.Http2.KeepAlivePingTimeout = TimeSpan.FromSeconds(20);
        });
    }

    private static void RefusePlaintext(ConfigurationManager configuration, IHostEnvironment environment)
    {
        var url = configuration["Kestrel:Endpoints:grpc:Url"] ?? "";
        var allowed = environment.IsDevelopment() || configuration.GetValue("Regio:AllowPlaintext", defaultValue: false);
        if (!allowed && !url.StartsWith("https://", StringComparison.OrdinalIgnoreCase))
        {
            throw new InvalidOperationException(
                "Outside development the gRPC endpoint needs TLS. Set Kestrel__Endpoints__grpc__Url to an https address and "
                + "Kestrel__Endpoints__grpc__Certificate__Path to a certificate, or, where a proxy or a private network takes care of it, Regio__AllowPlaintext=true.");
        }
    }
}
