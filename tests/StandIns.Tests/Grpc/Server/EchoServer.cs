using System.Net;
using System.Security.Cryptography.X509Certificates;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;
using Regio.StandIns.Tests.V1;

namespace Regio.StandIns.Tests.Grpc.Server;

/// <summary>The echo service on a real Kestrel, with health and reflection.</summary>
public sealed class EchoServer : IAsyncDisposable
{
    private readonly WebApplication _application;

    private EchoServer(WebApplication application, string scheme)
    {
        _application = application;
        Address = new Uri($"{scheme}://localhost:{new Uri(application.Urls.Single()).Port}");
    }

    public Uri Address { get; }

    internal Observations Observations => _application.Services.GetRequiredService<Observations>();

    internal SwitchableCheck Check => _application.Services.GetRequiredService<SwitchableCheck>();

    internal WireTap Wire => _application.Services.GetRequiredService<WireTap>();

    internal static async Task<EchoServer> Start(string name = "echo", X509Certificate2? certificate = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, endpoint =>
        {
            endpoint.Protocols = HttpProtocols.Http2;
            if (certificate is not null)
                endpoint.UseHttps(certificate);
        }));
        AddServices(builder.Services, name);

        var application = builder.Build();
        application.UseMiddleware<WireTap.Middleware>();
        application.MapGrpcService<EchoService>();
        application.MapGrpcHealthChecksService();
        application.MapGrpcReflectionService();
        await application.StartAsync();
        return new EchoServer(application, certificate is null ? "http" : "https");
    }

    public GrpcChannel OpenChannel(Action<GrpcChannelOptions>? configure = null)
    {
        var options = new GrpcChannelOptions();
        configure?.Invoke(options);
        return GrpcChannel.ForAddress(Address, options);
    }

    public Task Stop() => _application.StopAsync();

    public ValueTask DisposeAsync() => _application.DisposeAsync();

    private static void AddServices(IServiceCollection services, string name)
    {
        services.AddSingleton(new ServerName(name)).AddSingleton<Observations>().AddSingleton<SwitchableCheck>();
        services.AddSingleton<WireTap>().AddSingleton<WireTap.Middleware>();
        services.AddGrpc(options =>
        {
            options.ResponseCompressionAlgorithm = "gzip";
            options.Interceptors.Add<NotingServerInterceptor>();
        });
        services.AddGrpcReflection();
        services.AddGrpcHealthChecks(options =>
                options.Services.Map(Echo.Descriptor.FullName, check => check.Tags.Contains("ready")))
            .AddCheck("alive", () => HealthCheckResult.Healthy())
            .AddCheck<SwitchableCheck>("ready", tags: ["ready"]);
        services.Configure<HealthCheckPublisherOptions>(options =>
        {
            options.Delay = TimeSpan.FromMilliseconds(100);
            options.Period = TimeSpan.FromSeconds(1);
        });
    }
}

/// <summary>One server for the tests of a class.</summary>
public sealed class EchoServerFixture : IAsyncLifetime
{
    private EchoServer? _server;

    public EchoServer Server => _server ?? throw new InvalidOperationException("The server has not started.");

    public async ValueTask InitializeAsync() => _server = await EchoServer.Start();

    public ValueTask DisposeAsync() => _server?.DisposeAsync() ?? ValueTask.CompletedTask;
}

/// <summary>A health check that a test turns on and off.</summary>
internal sealed class SwitchableCheck : IHealthCheck
{
    public volatile HealthStatus Status = HealthStatus.Healthy;

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(new HealthCheckResult(Status));
}
