using System.Security.Cryptography;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Regio.Testing;

/// <summary>Tokens that the services under test believe, and a few that they must not.</summary>
public static class TestTokens
{
    public const string Issuer = "regio-development";
    public const string Audience = "regio";

    private static readonly ECDsa Key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    /// <summary>What a service is given as <c>Authentication__DevelopmentKey</c>.</summary>
    public static string PublicKey { get; } = Convert.ToBase64String(Key.ExportSubjectPublicKeyInfo());

    /// <summary>A valid token with one role.</summary>
    public static string For(string role, string? municipality = null, string? provider = null) =>
        Create(new TestToken { Roles = [role], Municipality = municipality, Provider = provider });

    /// <summary>A token just as described, valid or not.</summary>
    public static string Create(TestToken token)
    {
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = token.Issuer,
            Audience = token.Audience,
            IssuedAt = now - TimeSpan.FromHours(2),
            NotBefore = now - TimeSpan.FromHours(2),
            Expires = now + token.ValidFor,
            Claims = Claims(token),
            SigningCredentials = token.WithoutSignature ? null : token.Signing ?? new SigningCredentials(new ECDsaSecurityKey(Key), SecurityAlgorithms.EcdsaSha256),
        });
    }

    private static Dictionary<string, object> Claims(TestToken token)
    {
        var claims = new Dictionary<string, object> { ["sub"] = token.Subject, ["role"] = token.Roles };
        if (token.Municipality is not null)
            claims["municipality"] = token.Municipality;
        if (token.Provider is not null)
            claims["provider"] = token.Provider;
        return claims;
    }
}

/// <summary>What a token for a test says.</summary>
public sealed record TestToken
{
    public string Subject { get; init; } = "test";

    public string[] Roles { get; init; } = [];

    public string? Municipality { get; init; }

    public string? Provider { get; init; }

    public string Issuer { get; init; } = TestTokens.Issuer;

    public string Audience { get; init; } = TestTokens.Audience;

    public TimeSpan ValidFor { get; init; } = TimeSpan.FromHours(1);

    /// <summary>Another key than that of the test issuer.</summary>
    public SigningCredentials? Signing { get; init; }

    public bool WithoutSignature { get; init; }
}
