using System.Net;
using Aspire.Dashboard.Configuration;
using Regio.Dashboard.Tests.Hosting;

namespace Regio.Dashboard.Tests.Security;

public sealed class LoginTests : IAsyncLifetime
{
    private DashboardHost _host = null!;

    public async ValueTask InitializeAsync() => _host = await DashboardHost.StartAsync();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Theory]
    [InlineData("/")]
    [InlineData("/traces")]
    [InlineData("/structuredlogs")]
    [InlineData("/consolelogs")]
    [InlineData("/metrics")]
    [InlineData("/limits")]
    [InlineData("/consolelogs/resource/x/download")]
    [InlineData("/nowhere")]
    public async Task Without_logging_in_every_page_leads_to_the_login(string path)
    {
        using var client = _host.NewClient();

        using var answer = await client.GetAsync(path);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal("/login", answer.Headers.Location!.AbsolutePath);
    }

    [Theory]
    [InlineData("/live?topics=traces")]
    [InlineData("/consolelogs/resource/x/stream")]
    public async Task Without_logging_in_no_stream_begins(string path)
    {
        using var client = _host.NewClient();

        using var answer = await client.GetAsync(path, HttpCompletionOption.ResponseHeadersRead);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Fact]
    public async Task The_link_of_this_run_logs_in()
    {
        using var visitor = await _host.NewVisitorAsync();

        using var answer = await visitor.GetAsync("/");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Theory]
    [InlineData("")]
    [InlineData("token-of-this-ru")]
    [InlineData("token-of-this-run ")]
    public async Task Another_token_does_not(string token)
    {
        using var client = _host.NewClient();

        using var answer = await client.GetAsync("/login?t=" + Uri.EscapeDataString(token));

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task The_cookie_is_out_of_reach_of_scripts_and_other_sites()
    {
        using var client = _host.NewClient();

        using var answer = await client.GetAsync(_host.LoginLink);

        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("/traces?name=x", "/traces?name=x")]
    [InlineData("https://elsewhere.example/", "/")]
    [InlineData("//elsewhere.example/", "/")]
    [InlineData("/\\elsewhere.example/", "/")]
    [InlineData("/\t/elsewhere.example/", "/")]
    [InlineData("javascript:alert(1)", "/")]
    public async Task Logging_in_leads_back_within_the_dashboard_only(string returnUrl, string expected)
    {
        using var client = _host.NewClient();

        using var answer = await client.GetAsync($"/login?t={DashboardHost.Token}&returnUrl={Uri.EscapeDataString(returnUrl)}");

        Assert.Equal(expected, answer.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task A_cookie_from_before_the_token_changed_opens_nothing()
    {
        using var folder = new TemporaryFolder();
        (string, string)[] kept = [("Dashboard:KeepTelemetry", "true"), ("Dashboard:StateFolder", folder.Path)];
        string cookie;
        await using (var first = await DashboardHost.StartAsync(kept))
            cookie = await CookieAsync(first);
        await using (var same = await DashboardHost.StartAsync(kept))
            Assert.Equal(HttpStatusCode.OK, await StatusAsync(same, cookie));

        await using var changed = await DashboardHost.StartAsync([.. kept, ("Dashboard:Frontend:BrowserToken", "another")]);
        Assert.Equal(HttpStatusCode.Redirect, await StatusAsync(changed, cookie));
    }

    [Fact]
    public async Task Addresses_that_other_machines_reach_need_to_be_asked_for()
    {
        var refused = await Assert.ThrowsAsync<ConfigurationException>(() => DashboardHost.StartAsync(("ASPNETCORE_URLS", "http://0.0.0.0:0")));

        Assert.Contains("AllowRemote", refused.Message, StringComparison.Ordinal);
        await using var allowed = await DashboardHost.StartAsync(("ASPNETCORE_URLS", "http://0.0.0.0:0"), ("Dashboard:AllowRemote", "true"));
    }

    [Fact]
    public async Task Telemetry_without_a_key_needs_to_be_asked_for()
    {
        var refused = await Assert.ThrowsAsync<ConfigurationException>(() => DashboardHost.StartAsync(("Dashboard:Otlp:PrimaryApiKey", "")));

        Assert.Contains("PrimaryApiKey", refused.Message, StringComparison.Ordinal);
    }

    private static async Task<string> CookieAsync(DashboardHost host)
    {
        using var client = host.NewClient();
        using var answer = await client.GetAsync(host.LoginLink);
        return answer.Headers.GetValues("Set-Cookie").Single().Split(';')[0];
    }

    private static async Task<HttpStatusCode> StatusAsync(DashboardHost host, string cookie)
    {
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
        using var request = new HttpRequestMessage(HttpMethod.Get, host.Frontend);
        request.Headers.Add("Cookie", cookie);
        using var answer = await client.SendAsync(request);
        return answer.StatusCode;
    }
}
