using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;

namespace Regio.Benchmarks.Servers;

/// <summary>Takes the telemetry that the service exports and forgets it, so that the cost of exporting is part of the measurement.</summary>
internal sealed class TelemetrySink(WebApplication app, int port) : IAsyncDisposable
{
    private static readonly byte[] s_emptyMessage = new byte[5];

    public string Address => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}");

    public static async Task<TelemetrySink> StartAsync(CancellationToken cancellationToken)
    {
        var port = ServerProcess.FreePort();
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
            kestrel.ListenLocalhost(port, listen => listen.Protocols = HttpProtocols.Http2));
        var app = builder.Build();
        app.Run(AcceptAsync);
        await app.StartAsync(cancellationToken);
        return new TelemetrySink(app, port);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private static async Task AcceptAsync(HttpContext context)
    {
        await context.Request.Body.CopyToAsync(Stream.Null, context.RequestAborted);
        context.Response.ContentType = "application/grpc";
        await context.Response.Body.WriteAsync(s_emptyMessage, context.RequestAborted);
        context.Response.AppendTrailer("grpc-status", "0");
    }
}
