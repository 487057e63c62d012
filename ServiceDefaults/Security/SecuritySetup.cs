using System.Security.Cryptography;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.IdentityModel.Tokens;

namespace Regio.ServiceDefaults.Security;

/// <summary>Configures who is believed: an OIDC issuer, or in development the key that the app host made for this run.</summary>
internal static class SecuritySetup
{
    private static readonly TimeSpan ClockSkew = TimeSpan.FromSeconds(10);

    public static void AddSecurity(this IHostApplicationBuilder builder)
    {
        var settings = builder.Configuration.GetSection("Authentication");
        var authority = settings["Authority"];
        var developmentKey = builder.Environment.IsDevelopment() ? settings["DevelopmentKey"] : null;
        if (settings["DevelopmentKey"] is { Length: > 0 } && developmentKey is null)
            throw new InvalidOperationException("Authentication__DevelopmentKey is accepted in development only. Set Authentication__Authority instead.");
        if (string.IsNullOrEmpty(authority) && string.IsNullOrEmpty(developmentKey))
            throw new InvalidOperationException("Nobody could be authenticated: set Authentication__Authority to the address of an OIDC issuer.");

        builder.Services.AddSingleton<AccessPolicies>();
        builder.Services.AddHostedService<AccessCheck>();
        builder.Services.AddSingleton<CachedTokenHandler>();
        builder.Services.AddAuthentication(JwtBearerDefaults.AuthenticationScheme).AddJwtBearer();
        builder.Services.AddOptions<JwtBearerOptions>(JwtBearerDefaults.AuthenticationScheme)
            .Configure<CachedTokenHandler>((options, handler) =>
            {
                options.MapInboundClaims = false;
                options.SaveToken = false;
                options.TokenHandlers.Clear();
                options.TokenHandlers.Add(handler);
                options.TokenValidationParameters = Parameters(settings);
                if (developmentKey is { Length: > 0 })
                {
                    options.TokenValidationParameters.IssuerSigningKey = ReadKey(developmentKey);
                    return;
                }

                options.Authority = authority;
                options.RequireHttpsMetadata = !builder.Environment.IsDevelopment();
            });
    }

    private static TokenValidationParameters Parameters(IConfigurationSection settings) => new()
    {
        ValidIssuer = settings["Issuer"],
        ValidAudience = settings["Audience"] ?? "regio",
        ValidAlgorithms = [SecurityAlgorithms.EcdsaSha256, SecurityAlgorithms.RsaSha256],
        ClockSkew = ClockSkew,
        RequireExpirationTime = true,
        RequireSignedTokens = true,
        ValidateIssuerSigningKey = true,
        NameClaimType = TokenClaims.Subject,
        RoleClaimType = TokenClaims.Role,
    };

    private static ECDsaSecurityKey ReadKey(string base64)
    {
        var key = ECDsa.Create();
        key.ImportSubjectPublicKeyInfo(Convert.FromBase64String(base64), out _);
        return new ECDsaSecurityKey(key);
    }
}
