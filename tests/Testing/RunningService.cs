using Grpc.Core;
using Grpc.Core.Interceptors;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenTelemetry.Trace;

namespace Regio.Testing;

/// <summary>A service that listens on free ports of this machine, with what it records in reach.</summary>
public sealed class RunningService : IDisposable
{
    private readonly List<GrpcChannel> _channels = [];
    private readonly Lazy<GrpcChannel> _shared;

    public RunningService(IServiceProvider services, CapturedSpans spans, CapturedLogs logs)
    {
        Services = services;
        Spans = spans;
        Logs = logs;
        _shared = new Lazy<GrpcChannel>(() => CreateChannel());

        // Kestrel binds the endpoints of its configuration in the order of their names.
        var addresses = services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.ToList();
        (GrpcAddress, HttpAddress) = (new Uri(addresses[0]), new Uri(addresses[1]));
    }

    public IServiceProvider Services { get; }

    public Uri GrpcAddress { get; }

    public Uri HttpAddress { get; }

    public CapturedSpans Spans { get; }

    public CapturedLogs Logs { get; }

    /// <summary>Settings under which a service listens on free ports and believes <see cref="TestTokens"/>.</summary>
    public static IReadOnlyDictionary<string, string?> Settings { get; } = new Dictionary<string, string?>
    {
        ["Kestrel:Endpoints:grpc:Url"] = "http://127.0.0.1:0",
        ["Kestrel:Endpoints:http:Url"] = "http://127.0.0.1:0",
        ["Authentication:DevelopmentKey"] = TestTokens.PublicKey,
        ["Authentication:Issuer"] = TestTokens.Issuer,
        ["Authentication:Audience"] = TestTokens.Audience,
        // Longer than in production: many services start side by side here, on what may be a slow machine.
        ["Clients:Deadline"] = "00:00:20",
    };

    /// <summary>Makes a service record what it does for a test to look at.</summary>
    public static void Capture(IServiceCollection services, CapturedSpans spans, CapturedLogs logs)
    {
        services.AddSingleton<ILoggerProvider>(logs);
        services.ConfigureOpenTelemetryTracerProvider(tracing => tracing.AddProcessor(spans));
    }

    /// <summary>A channel whose calls carry a token; without one they carry none.</summary>
    public GrpcChannel CreateChannel(string? token = null, Action<GrpcChannelOptions>? configure = null)
    {
        var options = new GrpcChannelOptions
        {
            Credentials = ChannelCredentials.Insecure,
            HttpHandler = new BearerHandler(token),
            DisposeHttpClient = true,
        };
        configure?.Invoke(options);
        var channel = GrpcChannel.ForAddress(GrpcAddress, options);
        _channels.Add(channel);
        return channel;
    }

    /// <summary>Makes calls with a token, or without one. All share a channel, so that a caller for each call costs no connection.</summary>
    public CallInvoker Invoker(string? token) => token is null
        ? _shared.Value.CreateCallInvoker()
        : _shared.Value.Intercept(metadata =>
        {
            metadata.Add("authorization", $"Bearer {token}");
            return metadata;
        });

    /// <summary>A client for the pages.</summary>
    public HttpClient CreateHttpClient() => new() { BaseAddress = HttpAddress };

    public void Dispose() => _channels.ForEach(channel => channel.Dispose());

    /// <summary>Call credentials are for encrypted channels alone, so the token travels as a plain header.</summary>
    private sealed class BearerHandler(string? token) : DelegatingHandler(new SocketsHttpHandler { EnableMultipleHttp2Connections = true })
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (token is not null)
                request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {token}");
            return base.SendAsync(request, cancellationToken);
        }
    }
}
