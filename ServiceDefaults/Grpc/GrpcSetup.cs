using System.IO.Compression;
using Grpc.Net.Compression;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Grpc.AspNetCore.Server;
using Microsoft.Extensions.Options;

namespace Regio.ServiceDefaults.Grpc;

/// <summary>Adds the gRPC server with its limits and interceptors.</summary>
internal static class GrpcSetup
{
    public static void AddGrpcDefaults(this IHostApplicationBuilder builder)
    {
        var services = builder.Services;
        services.Configure<GrpcLimits>(builder.Configuration.GetSection("Grpc"));
        services.AddSingleton<ErrorMapping>();
        services.AddSingleton<RequestValidation>();
        services.AddSingleton<CallLimit>();
        services.AddSingleton<CallInterceptor>();
        services.AddGrpc(options =>
        {
            options.EnableDetailedErrors = false;
            options.Interceptors.Add<CallInterceptor>();
        });
        services.AddOptions<GrpcServiceOptions>().Configure<IOptions<GrpcLimits>>((options, limits) =>
        {
            options.MaxReceiveMessageSize = limits.Value.MaxReceiveBytes;
            options.MaxSendMessageSize = limits.Value.MaxSendBytes;
            options.CompressionProviders =
            [
                new BoundedDecompression(new GzipCompressionProvider(CompressionLevel.Fastest), limits.Value.MaxReceiveBytes),
                new BoundedDecompression(new DeflateCompressionProvider(CompressionLevel.Fastest), limits.Value.MaxReceiveBytes),
            ];
        });
        services.AddGrpcReflection();
    }
}
