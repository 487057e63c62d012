using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Aspire.Hosting.Dashboard;

/// <summary>Serves the state of the application to the dashboard: on loopback only, to who has the key of this run.</summary>
internal sealed class ResourceServiceHost : IAsyncDisposable
{
    private const string ApiKeyHeader = "x-resource-service-api-key";

    private readonly WebApplication application;

    private ResourceServiceHost(WebApplication application) => this.application = application;

    public static async Task<ResourceServiceHost> StartAsync(int port, string apiKey, ResourceFeed feed, CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Logging.ClearProviders();
        builder.Services.AddRoutingCore();
        builder.Services.AddGrpc();
        builder.Services.AddSingleton(feed);
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(
            IPAddress.Loopback, port, listen => listen.Protocols = HttpProtocols.Http2));
        var served = builder.Build();
        var expected = Encoding.UTF8.GetBytes(apiKey);
        served.Use((context, next) =>
        {
            if (CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(context.Request.Headers[ApiKeyHeader].ToString()), expected))
                return next(context);
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return Task.CompletedTask;
        });
        served.UseRouting();
        served.MapGrpcService<ResourceGrpcService>();
        await served.StartAsync(cancellationToken);
        return new ResourceServiceHost(served);
    }

    public async ValueTask DisposeAsync()
    {
        // Streams to the dashboard last until somebody ends them.
        using var patience = new CancellationTokenSource(TimeSpan.Zero);
        await application.StopAsync(patience.Token);
        await application.DisposeAsync();
    }
}
