namespace Regio.Reporting.Pages.Sessions;

/// <summary>
/// The cookie of a session: out of reach of scripts, never sent along from another site, and gone when the session is. A
/// browser takes the prefix __Host- only from an encrypted page and keeps it to this host.
/// </summary>
internal sealed class SessionCookie(IHostEnvironment environment)
{
    // Only a developer's machine has pages without TLS in front.
    private readonly bool _plain = environment.IsDevelopment();

    public string Name => _plain ? "regio-session" : "__Host-regio-session";

    public string? Read(HttpContext http) => http.Request.Cookies[Name];

    public void Set(HttpContext http, string secret, DateTimeOffset expiresAt) => http.Response.Cookies.Append(Name, secret, Options(expiresAt));

    public void Remove(HttpContext http) => http.Response.Cookies.Delete(Name, Options(expiresAt: null));

    private CookieOptions Options(DateTimeOffset? expiresAt) => new()
    {
        HttpOnly = true,
        Secure = !_plain,
        SameSite = SameSiteMode.Strict,
        Path = "/",
        Expires = expiresAt,
        IsEssential = true,
    };
}
