using Google.Protobuf;
using Microsoft.Playwright;
using OpenTelemetry.Proto.Trace.V1;
using Regio.Dashboard.Tests.Hosting;

namespace Regio.Dashboard.Tests.Pages;

/// <summary>Debian's Chromium before a dashboard with a few resources and the telemetry of one call through three services.</summary>
public sealed class BrowserFixture : IAsyncLifetime
{
    private IPlaywright _playwright = null!;
    private IBrowser _browser = null!;

    internal SampleResources Resources { get; private set; } = null!;

    internal DashboardHost Host { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Resources = await SampleResources.StartAsync();
        Host = await DashboardHost.StartAsync(Resources.Settings);
        await SendAsync();
        _playwright = await Playwright.CreateAsync();
        _browser = await Chromium.LaunchAsync(_playwright);
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
        await Host.DisposeAsync();
        await Resources.DisposeAsync();
    }

    /// <summary>A page of its own with its own cookies, logged in by the link.</summary>
    internal async Task<IPage> OpenAsync(string path, int width = 1280, ColorScheme scheme = ColorScheme.Light)
    {
        var context = await _browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = Host.Frontend.ToString(),
            ColorScheme = scheme,
            ViewportSize = new ViewportSize { Width = width, Height = 900 },
        });
        var page = await context.NewPageAsync();
        await page.GotoAsync($"/login?t={DashboardHost.Token}&returnUrl={Uri.EscapeDataString(path)}");
        return page;
    }

    private async Task SendAsync()
    {
        await Host.ExportAsync(Samples.TraceService, Samples.Traces(
            "municipalities",
            Samples.Span(1, 1, 0, "CostService/AllocateCost", 0, 40, Span.Types.SpanKind.Server, ("rpc.service", "regio.municipalities.v1.CostService")),
            Samples.Span(1, 2, 1, "INSERT allocations", 5, 15, Span.Types.SpanKind.Client, ("db.system", "postgresql")),
            Samples.Span(1, 3, 1, "CostAllocated send", 25, 38, Span.Types.SpanKind.Producer, ("messaging.system", "rabbitmq"))).ToByteArray());
        var consume = Samples.Span(1, 4, 3, "CostAllocated receive", 80, 120, Span.Types.SpanKind.Consumer, ("messaging.system", "rabbitmq"));
        consume.Events.Add(new Span.Types.Event { Name = "applied", TimeUnixNano = consume.StartTimeUnixNano + 1_000_000 });
        await Host.ExportAsync(Samples.TraceService, Samples.Traces("reporting", consume, Samples.Span(1, 5, 4, "UPDATE figures", 90, 110, Span.Types.SpanKind.Client)).ToByteArray());
        var broken = Samples.Span(2, 6, 0, "ContractService/SignContract", 0, 300, Span.Types.SpanKind.Server);
        broken.Status = new Status { Code = Status.Types.StatusCode.Error, Message = "refused" };
        broken.Links.Add(new Span.Types.Link { TraceId = Samples.Bytes(Samples.TraceIdOf(1)), SpanId = Samples.Bytes(Samples.SpanIdOf(3)) });
        await Host.ExportAsync(Samples.TraceService, Samples.Traces("procurement", broken).ToByteArray());
        await Host.ExportAsync(Samples.LogsService, Samples.Logs("municipalities", Samples.Log("Allocated 850000.00 over 12 municipalities", 9, 1, 1, ("Count", "12"))).ToByteArray());
        await Host.ExportAsync(Samples.LogsService, Samples.Logs("procurement", Samples.Log("The contract was refused", 17, 2, 6)).ToByteArray());
        foreach (var (seconds, served) in new[] { (240, 0), (180, 600), (120, 900), (60, 2400), (1, 2700) })
        {
            await Host.ExportAsync(Samples.MetricsService, Samples.Metrics(
                "municipalities",
                Samples.Counter("rpc.server.calls", seconds, served, ("rpc.method", "AllocateCost")),
                Samples.Counter("rpc.server.calls", seconds, served / 3.0, ("rpc.method", "GetMunicipality")),
                Samples.Histogram("rpc.server.call.duration", seconds, [0.005, 0.01, 0.05, 0.1], [(ulong)served, (ulong)served / 2, (ulong)served / 9, 3, 0])).ToByteArray());
        }
    }
}
