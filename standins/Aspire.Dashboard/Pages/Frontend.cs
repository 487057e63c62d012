using Aspire.Dashboard.Configuration;
using Aspire.Dashboard.Resources;
using Aspire.Dashboard.Security;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Aspire.Dashboard.Pages;

/// <summary>Everything behind the door for people.</summary>
internal static class Frontend
{
    private const string AccessPolicy = "somebody who has logged in";

    public static void AddFrontend(this IServiceCollection services, DashboardOptions options)
    {
        services.AddSingleton<ResourceStore>();
        services.AddSingleton<ResourceClient>();
        services.AddHostedService(provider => provider.GetRequiredService<ResourceClient>());
        services.AddRazorComponents();
        services.AddHostFiltering(hosts => hosts.AllowedHosts = PageProtection.HostNames(options));
        services.AddLogin(options);
        services.AddAuthorizationBuilder().AddPolicy(AccessPolicy, policy =>
        {
            if (options.FrontendAuthMode == AuthMode.Unsecured)
                policy.RequireAssertion(_ => true);
            else
                policy.RequireAuthenticatedUser();
        });
        var protection = services.AddDataProtection().SetApplicationName("Aspire.Dashboard");
        if (options.StateFolder is { } folder)
            protection.PersistKeysToFileSystem(new DirectoryInfo(Path.Combine(folder, "keys")));
        else
            protection.UseEphemeralDataProtectionProvider();
    }

    public static void MapFrontend(this WebApplication app)
    {
        Asset.Map(app);
        var open = app.MapGroup("").Behind(Door.Frontend);
        open.MapGet("/alive", () => Results.Text("Alive"));
        open.MapLogin();
        var pages = app.MapGroup("").Behind(Door.Frontend).RequireAuthorization(AccessPolicy);
        pages.MapResources();
        pages.MapConsole();
        pages.MapStructuredLogs();
        pages.MapTraces();
        pages.MapMetrics();
        pages.MapLive();
        pages.MapGet(Link.Limits, () => new RazorComponentResult<LimitsPage>());
        pages.MapPost("/logout", async (HttpContext context, IFormCollection _) =>
        {
            await context.SignOutAsync();
            return Results.LocalRedirect("/login");
        });
        pages.MapFallback(() => NotFound("There is no page at this address."));
    }

    public static RazorComponentResult<NotFoundPage> NotFound(string what) =>
        new(new { What = what }) { StatusCode = StatusCodes.Status404NotFound };
}
