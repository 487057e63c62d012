using System.Net;
using Aspire.Dashboard;
using Aspire.Dashboard.Telemetry;
using Grpc.Core;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Regio.Dashboard.Tests.Hosting;

/// <summary>A dashboard on free ports, set up as the app host does it.</summary>
internal sealed class DashboardHost : IAsyncDisposable
{
    public const string Token = "token-of-this-run";
    public const string Key = "key-of-this-run";

    private readonly WebApplication _app;
    private readonly GrpcChannel _channel;

    private DashboardHost(WebApplication app)
    {
        _app = app;
        var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.ToList();
        (Frontend, OtlpGrpc, OtlpHttp) = (new Uri(addresses[0]), new Uri(addresses[1]), new Uri(addresses[2]));
        _channel = GrpcChannel.ForAddress(OtlpGrpc, new GrpcChannelOptions { Credentials = ChannelCredentials.Insecure, MaxReceiveMessageSize = null, MaxSendMessageSize = null });
    }

    public Uri Frontend { get; }

    public Uri OtlpGrpc { get; }

    public Uri OtlpHttp { get; }

    public Uri LoginLink => new(Frontend, "/login?t=" + Token);

    public Drops Drops => Get<Drops>();

    public T Get<T>()
        where T : notnull => _app.Services.GetRequiredService<T>();

    public static async Task<DashboardHost> StartAsync(params (string Name, string Value)[] settings)
    {
        var usual = new Dictionary<string, string?>
        {
            ["ASPNETCORE_URLS"] = "http://127.0.0.1:0",
            ["ASPIRE_DASHBOARD_OTLP_ENDPOINT_URL"] = "http://127.0.0.1:0",
            ["ASPIRE_DASHBOARD_OTLP_HTTP_ENDPOINT_URL"] = "http://127.0.0.1:0",
            ["Dashboard:Frontend:AuthMode"] = "BrowserToken",
            ["Dashboard:Frontend:BrowserToken"] = Token,
            ["Dashboard:Otlp:AuthMode"] = "ApiKey",
            ["Dashboard:Otlp:PrimaryApiKey"] = Key,
            ["Dashboard:KeepTelemetry"] = "false",
        };
        foreach (var (name, value) in settings)
            usual[name] = value;
        var app = DashboardApplication.Create([], builder => builder.Configuration.AddInMemoryCollection(usual));
        await app.StartAsync();
        return new DashboardHost(app);
    }

    /// <summary>A browser without a screen: keeps cookies, follows nothing by itself.</summary>
    public HttpClient NewClient() =>
        new(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() }) { BaseAddress = Frontend };

    public async Task<HttpClient> NewVisitorAsync()
    {
        var client = NewClient();
        using var answer = await client.GetAsync(LoginLink);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return client;
    }

    public async Task<byte[]> ExportAsync(string service, byte[] batch, string? key = Key, bool zipped = false)
    {
        var bytes = Marshallers.Create<byte[]>(value => value, value => value);
        Metadata headers = key is null ? [] : new Metadata { { "x-otlp-api-key", key } };
        if (zipped)
            headers.Add("grpc-internal-encoding-request", "gzip");
        using var call = _channel.CreateCallInvoker().AsyncUnaryCall(
            new Method<byte[], byte[]>(MethodType.Unary, service, "Export", bytes, bytes), null, new CallOptions(headers), batch);
        return await call;
    }

    public async ValueTask DisposeAsync()
    {
        _channel.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
    }
}
