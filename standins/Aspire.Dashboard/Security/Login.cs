using System.Globalization;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using Aspire.Dashboard.Configuration;
using Aspire.Dashboard.Pages;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Aspire.Dashboard.Security;

/// <summary>A person comes in with the token of this run, by link or by typing it, and keeps a cookie.</summary>
internal static class Login
{
    private const string TokenClaim = "token";

    public static void AddLogin(this IServiceCollection services, DashboardOptions options)
    {
        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(cookie =>
        {
            // Browsers share cookies between the ports of a host: each dashboard has its own name.
            cookie.Cookie.Name = string.Create(CultureInfo.InvariantCulture, $".Aspire.Dashboard.{options.FrontendUrls[0].Port}");
            cookie.Cookie.HttpOnly = true;
            cookie.Cookie.SameSite = SameSiteMode.Lax;
            cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            cookie.ExpireTimeSpan = TimeSpan.FromDays(3);
            cookie.SlidingExpiration = true;
            cookie.LoginPath = "/login";
            cookie.ReturnUrlParameter = "returnUrl";
            // A cookie from before the token changed opens nothing.
            cookie.Events.OnValidatePrincipal = context =>
            {
                if (context.Principal?.FindFirstValue(TokenClaim) != Fingerprint(options))
                    context.RejectPrincipal();
                return Task.CompletedTask;
            };
        });
        services.AddAuthorization();
    }

    public static void MapLogin(this IEndpointRouteBuilder pages)
    {
        pages.MapGet("/login", (HttpContext context, DashboardOptions options, string? t, string? returnUrl) => t is null
            ? Task.FromResult<IResult>(Form(returnUrl, isWrong: false))
            : EnterAsync(context, options, t, returnUrl));
        pages.MapPost("/login", (HttpContext context, DashboardOptions options, [FromForm] string? t, [FromForm] string? returnUrl) =>
            EnterAsync(context, options, t ?? "", returnUrl)).DisableAntiforgery();
    }

    /// <summary>Whether an address stays within this dashboard.</summary>
    public static bool IsLocal(string? url) =>
        url is ['/', ..] && url is not ['/', '/' or '\\', ..] && !url.Any(char.IsControl);

    private static async Task<IResult> EnterAsync(HttpContext context, DashboardOptions options, string token, string? returnUrl)
    {
        if (options.FrontendAuthMode == AuthMode.BrowserToken && !IsToken(options, token))
            return Form(returnUrl, isWrong: true);
        var identity = new ClaimsIdentity([new Claim(TokenClaim, Fingerprint(options))], CookieAuthenticationDefaults.AuthenticationScheme);
        await context.SignInAsync(new ClaimsPrincipal(identity), new AuthenticationProperties { IsPersistent = true });
        return Results.LocalRedirect(IsLocal(returnUrl) ? returnUrl! : "/");
    }

    private static RazorComponentResult<LoginPage> Form(string? returnUrl, bool isWrong) =>
        new(new { ReturnUrl = IsLocal(returnUrl) ? returnUrl : "/", IsWrong = isWrong })
        {
            StatusCode = isWrong ? StatusCodes.Status401Unauthorized : StatusCodes.Status200OK,
        };

    /// <summary>Compared as hashes, so that the time taken tells nothing of the token.</summary>
    private static bool IsToken(DashboardOptions options, string token) =>
        CryptographicOperations.FixedTimeEquals(Hash(options.BrowserToken!), Hash(token));

    private static string Fingerprint(DashboardOptions options) => Convert.ToHexStringLower(Hash("cookie:" + options.BrowserToken));

    private static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
