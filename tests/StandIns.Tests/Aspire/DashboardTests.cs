using System.Net.Http.Json;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Dashboard;
using Aspire.Hosting.Testing;
using Microsoft.Extensions.DependencyInjection;
using Regio.Testing;

namespace Regio.StandIns.Tests.AppHosting;

/// <summary>The dashboard as a part of an application.</summary>
public sealed class DashboardTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_dashboard_starts_first_hidden_and_resources_get_its_address_and_key()
    {
        await using var builder = await DistributedApplicationTestingBuilder.CreateAsync<Projects.SampleAppHost>(
            [], (options, _) => options.DisableDashboard = false, Cancellation);
        await using var app = await builder.BuildAsync(Cancellation);
        await app.StartAsync(Cancellation);
        await app.ResourceNotifications.WaitForResourceHealthyAsync("sample", Cancellation);

        Assert.Equal(DashboardResource.Name, app.Services.GetRequiredService<DistributedApplicationModel>().Resources[0].Name);
        var dashboard = await app.UntilAsync(DashboardResource.Name, KnownResourceStates.Running);
        Assert.True(dashboard.IsHidden);
        using var client = app.CreateHttpClient("sample");
        var environment = await client.GetFromJsonAsync<Dictionary<string, string>>("/environment", Cancellation);
        Assert.Equal(builder.Configuration["ASPIRE_DASHBOARD_OTLP_ENDPOINT_URL"], environment!["OTEL_EXPORTER_OTLP_ENDPOINT"]);
        Assert.Equal("grpc", environment["OTEL_EXPORTER_OTLP_PROTOCOL"]);
        Assert.Equal($"x-otlp-api-key={builder.Configuration["AppHost:OtlpApiKey"]}", environment["OTEL_EXPORTER_OTLP_HEADERS"]);
        Assert.Equal("service.instance.id=sample", environment["OTEL_RESOURCE_ATTRIBUTES"]);
        Assert.Equal("1000", environment["OTEL_METRIC_EXPORT_INTERVAL"]);
        Assert.True(app.Snapshot("sample").EnvironmentVariables.Single(v => v.Name == "OTEL_EXPORTER_OTLP_HEADERS").IsSecret);

        using var browser = new HttpClient { BaseAddress = app.GetEndpoint(DashboardResource.Name, "frontend") };
        await Eventually.Holds("the login page answers", async () =>
        {
            using var answer = await browser.GetAsync(new Uri($"/login?t={builder.Configuration["AppHost:BrowserToken"]}", UriKind.Relative), Cancellation);
            return (int)answer.StatusCode < 500;
        });
    }

    [Fact]
    public async Task The_terminal_tells_where_to_log_in()
    {
        var store = Directory.CreateTempSubdirectory("app-host-test-").FullName;
        using (var host = HostProcess.Start(store, "--dashboard"))
        {
            await host.UntilSaidAsync("Login to the dashboard at http://127.0.0.1:");
            Assert.Contains(host.Lines, line => line.Contains("/login?t=", StringComparison.Ordinal));
            host.Signal(Aspire.Hosting.Running.Signal.Terminate);
            Assert.Equal(0, await host.UntilExitAsync(Cancellation));
        }

        Directory.Delete(store, recursive: true);
    }
}
