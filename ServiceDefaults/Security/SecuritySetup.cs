using System.Security.Cryptography;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
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

        var trust = Parameters(settings);
        if (developmentKey is { Length: > 0 })
        {
            trust.IssuerSigningKey = ReadKey(developmentKey);
            AddDevelopmentToken(builder.Services, settings["ServiceToken"]);
        }
        else
        {
            var issuer = Issuer(authority!, requireHttps: !builder.Environment.IsDevelopment());
            trust.ConfigurationManager = issuer;
            AddClientCredentials(builder.Services, issuer, settings.GetSection("Client").Get<ClientRegistration>());
        }

        builder.Services.AddSingleton<AccessPolicies>();
        builder.Services.AddHostedService<AccessCheck>();
        builder.Services.AddSingleton(services => new TokenCheck(trust, services.GetRequiredService<TimeProvider>()));
        builder.Services.AddSingleton(services => new TokenReader(services.GetRequiredService<TokenCheck>()));
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

    private static void AddDevelopmentToken(IServiceCollection services, string? token)
    {
        if (token is { Length: > 0 })
            services.AddSingleton<IServiceTokens>(new DevelopmentServiceToken(token));
    }

    /// <summary>Without a registration at the issuer the service has no account of its own.</summary>
    private static void AddClientCredentials(
        IServiceCollection services, ConfigurationManager<OpenIdConnectConfiguration> issuer, ClientRegistration? client)
    {
        if (client is { Id.Length: > 0 })
        {
            services.AddSingleton<IServiceTokens>(provider => new ClientCredentials(
                new HttpClient(new SocketsHttpHandler { ConnectTimeout = TimeSpan.FromSeconds(2), PooledConnectionLifetime = TimeSpan.FromMinutes(5) })
                {
                    Timeout = TimeSpan.FromSeconds(10),
                },
                issuer,
                client,
                provider.GetRequiredService<TimeProvider>(),
                provider.GetRequiredService<ILogger<ClientCredentials>>()));
        }
    }

    /// <summary>What the issuer says of itself and its keys, fetched at the first token and again now and then, or when a token names an unknown key.</summary>
    private static ConfigurationManager<OpenIdConnectConfiguration> Issuer(string authority, bool requireHttps) => new(
        $"{authority.TrimEnd('/')}/.well-known/openid-configuration",
        new OpenIdConnectConfigurationRetriever(),
        new HttpDocumentRetriever { RequireHttps = requireHttps });

    private static ECDsaSecurityKey ReadKey(string base64)
    {
        var key = ECDsa.Create();
        key.ImportSubjectPublicKeyInfo(Convert.FromBase64String(base64), out _);
        return new ECDsaSecurityKey(key);
    }
}
