using System.Security.Cryptography;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Regio.Cli.Tokens;

/// <summary>Who a development token speaks for.</summary>
public sealed record TokenHolder(string Role, string? Subject = null, string? Municipality = null, string? Provider = null);

/// <summary>Tokens signed with the key that the app host makes for its own run; nothing outside that run accepts them.</summary>
public static class DevelopmentToken
{
    /// <summary>Issuer that services in development accept.</summary>
    public const string Issuer = "regio-development";

    /// <summary>Audience that services accept.</summary>
    public const string Audience = "regio";

    /// <summary>Roles of the region, in the order in which people are shown them.</summary>
    public static IReadOnlyList<string> Roles { get; } =
    [
        "regiomanager", "contract-manager", "finance", "table-chair", "table-member", "process-guide",
        "policy-adviser", "council-clerk", "council", "provider", "privacy-officer", "operator", "service",
    ];

    /// <summary>Signs a token with a private key in PEM.</summary>
    public static string Create(string signingKey, TokenHolder holder, DateTimeOffset now, TimeSpan lifetime)
    {
        using var key = ECDsa.Create();
        key.ImportFromPem(signingKey);
        var claims = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["sub"] = holder.Subject ?? $"development-{holder.Role}",
            ["role"] = holder.Role,
        };
        if (holder.Municipality is not null)
            claims["municipality"] = holder.Municipality;
        if (holder.Provider is not null)
            claims["provider"] = holder.Provider;

        return new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Issuer,
            Audience = Audience,
            IssuedAt = now.UtcDateTime,
            NotBefore = now.UtcDateTime,
            Expires = (now + lifetime).UtcDateTime,
            Claims = claims,
            SigningCredentials = new SigningCredentials(Uncached(key), SecurityAlgorithms.EcdsaSha256),
        });
    }

    // The provider cache would keep a key that is disposed of here.
    private static ECDsaSecurityKey Uncached(ECDsa key) =>
        new(key) { CryptoProviderFactory = new CryptoProviderFactory { CacheSignatureProviders = false } };
}
