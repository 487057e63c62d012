using System.Net;
using System.Text.RegularExpressions;
using Google.Protobuf;
using Regio.Dashboard.Tests.Hosting;
using Regio.Testing;

namespace Regio.Dashboard.Tests.Security;

public sealed partial class ProtectionTests : IAsyncLifetime
{
    private const string Markup = "<img src=x onerror=alert(1)>\"'&";

    private SampleResources _resources = null!;
    private DashboardHost _host = null!;

    public async ValueTask InitializeAsync()
    {
        _resources = await SampleResources.StartAsync();
        _host = await DashboardHost.StartAsync(_resources.Settings);
    }

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        await _resources.DisposeAsync();
    }

    [Fact]
    public async Task Markup_in_telemetry_is_text_on_every_page()
    {
        await _host.ExportAsync(Samples.TraceService, Samples.Traces(Markup, Samples.Span(1, 1, 0, Markup, 0, 1, tags: (Markup, Markup))).ToByteArray());
        await _host.ExportAsync(Samples.LogsService, Samples.Logs(Markup, Samples.Log(Markup, 17, 1, 1, (Markup, Markup))).ToByteArray());
        await _host.ExportAsync(Samples.MetricsService, Samples.Metrics(Markup, Samples.Counter(Markup, 40, 1, (Markup, Markup)), Samples.Counter(Markup, 30, 2, (Markup, Markup))).ToByteArray());
        using var visitor = await _host.NewVisitorAsync();
        var instrument = Uri.EscapeDataString(Markup);

        foreach (var path in new[]
        {
            "/", "/traces", $"/traces/detail/{Samples.TraceIdOf(1)}?spanId={Samples.SpanIdOf(1)}", "/structuredlogs?record=1",
            $"/structuredlogs?text={instrument}", $"/metrics?instrument={instrument}", $"/metrics?instrument={instrument}&view=table", $"/login?returnUrl={instrument}",
        })
        {
            var page = await visitor.GetStringAsync(path);
            Assert.DoesNotContain("<img", page, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("onerror=alert(1)>\"", page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Pages_allow_nothing_inline_and_nothing_from_elsewhere()
    {
        using var visitor = await _host.NewVisitorAsync();

        using var answer = await visitor.GetAsync("/");

        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
        Assert.StartsWith("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal(["nosniff", "DENY", "same-origin"], new[] { "X-Content-Type-Options", "X-Frame-Options", "Referrer-Policy" }.Select(name => answer.Headers.GetValues(name).Single()));
    }

    [Fact]
    public async Task A_command_needs_the_form_of_the_page()
    {
        await SeenAsync();
        using var visitor = await _host.NewVisitorAsync();
        using var content = new FormUrlEncodedContent([]);

        using var answer = await visitor.PostAsync("/resources/bus/commands/stop", content);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Empty(_resources.Current.Commands);
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    [InlineData("Origin", "http://127.0.0.1:1")]
    [InlineData("Origin", "null")]
    public async Task Another_site_gives_no_commands_even_with_the_form(string header, string value)
    {
        await SeenAsync();
        using var visitor = await _host.NewVisitorAsync();
        using var request = await CommandAsync(visitor, "bus", "stop");
        request.Headers.Add(header, value);

        using var answer = await visitor.SendAsync(request);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Empty(_resources.Current.Commands);
    }

    [Fact]
    public async Task The_form_of_the_page_gives_the_command()
    {
        await SeenAsync();
        using var visitor = await _host.NewVisitorAsync();
        using var request = await CommandAsync(visitor, "bus", "stop");

        using var answer = await visitor.SendAsync(request);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        await Eventually.Is("the app host has the command", "stop bus", () => Task.FromResult(_resources.Current.Commands.FirstOrDefault()));
    }

    [Fact]
    public async Task A_command_that_asks_for_agreement_is_not_given_without_it()
    {
        await SeenAsync();
        using var visitor = await _host.NewVisitorAsync();
        using var request = await CommandAsync(visitor, "reporting", "empty");

        using var answer = await visitor.SendAsync(request);

        Assert.Equal("/?resource=reporting&confirm=empty", answer.Headers.Location!.OriginalString);
        Assert.Empty(_resources.Current.Commands);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("\"key of an earlier run\"")]
    [InlineData("no { json")]
    public async Task A_command_with_a_key_gets_the_one_of_the_page_and_no_other(string? key)
    {
        await SeenAsync();
        using var visitor = await _host.NewVisitorAsync();
        using var request = await CommandAsync(visitor, "reporting", "empty", ("confirmed", "yes"), ("key", key));

        using var answer = await visitor.SendAsync(request);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        await Eventually.Holds("the page says that it is refused", async () =>
            (await visitor.GetStringAsync("/?resource=reporting")).Contains("failed: Another run.", StringComparison.Ordinal));
        Assert.Empty(_resources.Current.Commands);
    }

    [Fact]
    public async Task Another_name_for_this_machine_is_not_answered()
    {
        using var client = _host.NewClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/login");
        request.Headers.Host = "rebound.example";

        using var answer = await client.SendAsync(request);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task Pages_and_telemetry_each_have_a_door_of_their_own()
    {
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });
        using var page = await client.GetAsync(new Uri(_host.OtlpHttp, "/login"));
        using var content = new ByteArrayContent([]);
        using var telemetry = await client.PostAsync(new Uri(_host.Frontend, "/v1/traces"), content);

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (page.StatusCode, telemetry.StatusCode));
    }

    private static async Task<HttpRequestMessage> CommandAsync(
        HttpClient visitor, string resource, string command, params (string Name, string? Value)[] fields)
    {
        var page = await visitor.GetStringAsync("/?resource=" + resource);
        var token = AntiforgeryToken().Match(page).Groups["token"].Value;
        Assert.NotEmpty(token);
        return new HttpRequestMessage(HttpMethod.Post, $"/resources/{resource}/commands/{command}")
        {
            Content = new FormUrlEncodedContent(
            [
                KeyValuePair.Create("__RequestVerificationToken", token),
                .. from field in fields where field.Value is not null select KeyValuePair.Create(field.Name, field.Value!),
            ]),
        };
    }

    private Task SeenAsync() => Eventually.Holds(
        "the dashboard has heard of the resources",
        () => Task.FromResult(_host.Get<Aspire.Dashboard.Resources.ResourceStore>().All.Count == 3));

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"(?<token>[^\"]+)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex AntiforgeryToken();
}
