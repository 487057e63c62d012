using System.Net;
using Regio.ServiceDefaults.Security;
using Regio.Testing;

namespace Regio.Reporting.Tests.Sessions;

public sealed class LoginTests(DrentheMonitor drenthe) : IClassFixture<DrentheMonitor>, IDisposable
{
    private readonly Browser _browser = new(drenthe.Host.Host.HttpAddress);

    public void Dispose() => _browser.Dispose();

    [Fact]
    public async Task Without_a_session_every_page_behind_the_login_leads_to_it_whether_it_is_there_or_not()
    {
        foreach (var path in new[] { "/mijn", "/mijn/regio", "/mijn/gemeente/GM0106", "/mijn/gemeente/GM9999", "/mijn/contracten", "/mijn/contracten.pdf", "/mijn/catalogus/youth", "/mijn/is/er/niet" })
        {
            using var answer = await _browser.GetAsync(path);
            Assert.Equal((HttpStatusCode.Redirect, "/inloggen"), (answer.StatusCode, answer.Headers.Location?.ToString()));
        }
    }

    [Fact]
    public async Task The_session_is_a_cookie_that_scripts_and_other_sites_cannot_use_and_that_ends_with_the_token()
    {
        await LogInAsync(TestTokens.Create(new TestToken { Roles = [Roles.Regiomanager], ValidFor = TimeSpan.FromMinutes(30) }));

        var cookie = Assert.Single(_browser.SetCookies, c => !c.Contains("=;", StringComparison.Ordinal));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=strict", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("path=/", cookie, StringComparison.OrdinalIgnoreCase);
        var ends = DateTimeOffset.Parse(cookie.Split("expires=", StringSplitOptions.None)[1].Split(';')[0], System.Globalization.CultureInfo.InvariantCulture);
        Assert.InRange(ends - TimeProvider.System.GetUtcNow(), TimeSpan.FromMinutes(25), TimeSpan.FromMinutes(31));
        Assert.Equal(HttpStatusCode.OK, (await _browser.ReadAsync("/mijn/regio")).Status);
    }

    [Fact]
    public async Task A_session_that_has_ended_lets_nobody_in()
    {
        await LogInAsync(TestTokens.For(Roles.PrivacyOfficer, "GM0118"));
        Assert.Equal(HttpStatusCode.OK, (await _browser.ReadAsync("/mijn/gemeente/GM0118")).Status);

        await drenthe.Host.Database.ExecuteAsync(
            "update page_session set started_at = now() - interval '1 hour', expires_at = now() - interval '1 second' where municipality = 'GM0118'");

        Assert.Equal(HttpStatusCode.Redirect, (await _browser.ReadAsync("/mijn/gemeente/GM0118")).Status);
    }

    [Fact]
    public async Task No_session_outlives_eight_hours()
    {
        await LogInAsync(TestTokens.Create(new TestToken { Roles = [Roles.Finance], Municipality = "GM1730", ValidFor = TimeSpan.FromDays(30) }));

        Assert.Equal(8, await drenthe.Host.Database.ScalarAsync<decimal>("select extract(epoch from expires_at - started_at) / 3600 from page_session where municipality = 'GM1730'"), 3);
    }

    [Fact]
    public async Task A_logout_ends_the_session_also_for_whoever_kept_the_cookie()
    {
        await LogInAsync(TestTokens.For(Roles.Regiomanager));
        var kept = _browser.Cookie;

        using (var answer = await _browser.PostAsync("/uitloggen"))
            Assert.Equal((HttpStatusCode.SeeOther, "/inloggen"), (answer.StatusCode, answer.Headers.Location?.ToString()));

        Assert.Equal("", _browser.Cookie);
        _browser.Cookie = kept;
        Assert.Equal(HttpStatusCode.Redirect, (await _browser.ReadAsync("/mijn/regio")).Status);
    }

    [Fact]
    public async Task A_second_login_ends_the_first_session()
    {
        await LogInAsync(TestTokens.For(Roles.Regiomanager));
        var first = _browser.Cookie;
        await LogInAsync(TestTokens.For(Roles.PolicyAdviser, "GM0106"));

        Assert.NotEqual(first, _browser.Cookie);
        _browser.Cookie = first;
        Assert.Equal(HttpStatusCode.Redirect, (await _browser.ReadAsync("/mijn")).Status);
    }

    [Fact]
    public async Task A_token_that_no_service_believes_begins_no_session()
    {
        foreach (var (what, token) in TestTokens.Unbelievable(Roles.Regiomanager).Append(new("empty", "")).Append(new("huge", new string('x', 40_000))))
        {
            using var answer = await _browser.PostAsync("/inloggen", token);
            Assert.True(answer.StatusCode == HttpStatusCode.Unauthorized, $"{what}: {answer.StatusCode}");
            Assert.Equal("", _browser.Cookie);
        }
    }

    [Theory]
    [InlineData("https://elsewhere.example", null)]
    [InlineData(null, "cross-site")]
    [InlineData(null, "same-site")]
    [InlineData(null, "none")]
    [InlineData("null", null)]
    [InlineData(null, null)]
    public async Task Another_site_can_send_no_form(string? origin, string? site)
    {
        using (var login = await _browser.PostAsync("/inloggen", TestTokens.For(Roles.Regiomanager), origin, site))
            Assert.Equal(HttpStatusCode.Forbidden, login.StatusCode);
        Assert.Equal("", _browser.Cookie);

        await LogInAsync(TestTokens.For(Roles.Regiomanager));
        using (var logout = await _browser.PostAsync("/uitloggen", "", origin, site))
            Assert.Equal(HttpStatusCode.Forbidden, logout.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await _browser.ReadAsync("/mijn/regio")).Status);
    }

    [Fact]
    public async Task A_browser_that_knows_only_Origin_can_log_in()
    {
        using var answer = await _browser.PostAsync("/inloggen", TestTokens.For(Roles.Regiomanager), drenthe.Host.Host.HttpAddress.GetLeftPart(UriPartial.Authority), site: null);

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
    }

    [Theory]
    [InlineData("/inloggen?terug=https://elsewhere.example")]
    [InlineData("/inloggen?returnUrl=//elsewhere.example")]
    public async Task A_login_leads_nowhere_but_to_the_own_begin(string path)
    {
        using var answer = await _browser.PostAsync(path, TestTokens.For(Roles.PolicyAdviser, "GM0106"));
        Assert.Equal("/mijn", answer.Headers.Location?.ToString());

        using var begin = await _browser.GetAsync("/mijn");
        Assert.Equal("/mijn/gemeente/GM0106", begin.Headers.Location?.ToString());
    }

    [Fact]
    public async Task A_token_is_in_no_address_log_span_or_table()
    {
        var token = TestTokens.For(Roles.Regiomanager);
        await LogInAsync(token);
        await _browser.ReadAsync("/mijn/regio");
        var secret = _browser.Cookie.Split('=', 2)[1];
        await _browser.PostAsync("/uitloggen");

        var signature = token.Split('.')[2];
        foreach (var canary in new[] { signature, secret })
        {
            Assert.DoesNotContain(drenthe.Host.Host.Logs.All, line => $"{line.Text} {line.Exception} {string.Join(' ', line.Scope.Values)}".Contains(canary, StringComparison.Ordinal));
            Assert.DoesNotContain(drenthe.Host.Host.Spans.All, span => span.TagObjects.Any(tag => $"{tag.Value}".Contains(canary, StringComparison.Ordinal)));
        }
    }

    [Fact]
    public async Task A_cookie_that_nobody_was_given_is_none()
    {
        foreach (var cookie in new[] { "x", new string('A', 43), "../../etc/passwd", new string('%', 43), "é" })
        {
            _browser.Cookie = $"regio-session={Uri.EscapeDataString(cookie)}";
            Assert.Equal(HttpStatusCode.Redirect, (await _browser.ReadAsync("/mijn/regio")).Status);
        }
    }

    private async Task LogInAsync(string token)
    {
        using var answer = await _browser.PostAsync("/inloggen", token);
        Assert.Equal((HttpStatusCode.SeeOther, "/mijn"), (answer.StatusCode, answer.Headers.Location?.ToString()));
    }
}
