using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Regio.Testing;

namespace Regio.Reporting.Tests.Sessions;

/// <summary>A browser as far as a login needs one: it keeps cookies, says from where a form comes, and follows nothing by itself.</summary>
internal sealed class Browser(Uri address) : IDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = address };

    /// <summary>The cookie as it is sent; empty without one.</summary>
    public string Cookie { get; set; } = "";

    /// <summary>What the last answer said of its cookies.</summary>
    public IReadOnlyList<string> SetCookies { get; private set; } = [];

    public Task<HttpResponseMessage> GetAsync(string path) => SendAsync(new(HttpMethod.Get, path));

    public Task<HttpResponseMessage> PostAsync(string path, string token = "", string? origin = null, string? site = "same-origin")
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent([new("token", token)]) };
        if (origin is not null)
            request.Headers.Add("Origin", origin);
        if (site is not null)
            request.Headers.Add("Sec-Fetch-Site", site);
        return SendAsync(request);
    }

    public async Task<(HttpStatusCode Status, string Body)> ReadAsync(string path)
    {
        using var answer = await GetAsync(path);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    /// <summary>Begins a session of somebody with a role.</summary>
    public async Task LogInAsync(string role, string? municipality = null, string? provider = null)
    {
        using var answer = await PostAsync("/inloggen", TestTokens.For(role, municipality, provider));
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
    }

    /// <summary>A page that is there.</summary>
    public async Task<IHtmlDocument> PageAsync(string path)
    {
        var (status, body) = await ReadAsync(path);
        Assert.Equal(HttpStatusCode.OK, status);
        return await new HtmlParser().ParseDocumentAsync(body);
    }

    public void Dispose() => _http.Dispose();

    private async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request)
    {
        if (Cookie.Length > 0)
            request.Headers.Add("Cookie", Cookie);
        var answer = await _http.SendAsync(request);
        SetCookies = answer.Headers.TryGetValues("Set-Cookie", out var set) ? [.. set] : [];
        if (SetCookies.Count > 0)
            Cookie = SetCookies[^1].Split(';')[0] is var pair && pair.EndsWith('=') ? "" : pair;
        return answer;
    }
}
